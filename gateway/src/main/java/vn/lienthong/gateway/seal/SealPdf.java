package vn.lienthong.gateway.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import vn.lienthong.gateway.dossier.Spool;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.form.FormSettings;
import vn.lienthong.gateway.signature.form.Picture;
import vn.lienthong.gateway.signature.form.Place;
import vn.lienthong.gateway.signature.form.Places;
import vn.lienthong.gateway.signature.form.RefusedToSign;
import vn.lienthong.gateway.signature.form.SignVisibly;
import vn.lienthong.gateway.signature.form.UnusablePicture;
import vn.lienthong.gateway.signature.form.VisibleForm;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.pdf.PreparedPdf;
import vn.lienthong.gateway.signature.pdf.SignatureDetails;

/**
 * Puts an agency's seal on a PDF, into a file of its own in the vault. A few at once lie in memory; none does while its key is
 * asked for but the one that waits for the answer.
 */
public final class SealPdf {

    /** A signature that is there is not lost for a queue: the work before it is bounded. */
    private static final Duration COMPLETING = Duration.ofMinutes(2);

    private static final int LONGEST_NAME = 300;

    private final AgencySeals seals;
    private final SealKeys keys;
    private final KeyLines lines = new KeyLines();
    private final Vault vault;
    private final Limits limits;
    private final Semaphore places;
    private final SignVisibly signing;
    private final SealJournal journal;
    private final Clock clock;

    /**
     * What sealing may cost.
     *
     * @param atOnce files that are looked at or sealed at the same time
     * @param patience how long one waits for its turn
     * @param answer how long a key may take to open, and to sign
     */
    public record Limits(FormSettings files, int atOnce, Duration patience, Duration answer) {}

    public SealPdf(AgencySeals seals, SealKeys keys, Vault vault, Limits limits, SealJournal journal, Clock clock) {
        this.seals = seals;
        this.keys = keys;
        this.vault = vault;
        this.limits = limits;
        this.places = new Semaphore(limits.atOnce(), true);
        this.signing = new SignVisibly(limits.files());
        this.journal = journal;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /**
         * Sealed; the bytes survive a power cut.
         *
         * @param at the time that the signature says
         */
        record Sealed(StoredBytes bytes, AgencySeal seal, Instant at) implements Outcome {}

        /** Not signed for what is in the file, each reason once. */
        record Refused(List<Finding> findings) implements Outcome {
            public Refused {
                findings = List.copyOf(findings);
            }
        }

        /** The agency has no seal here. */
        record NoSeal() implements Outcome {}

        /** The directory has no name for the agency today, or one that no seal can carry. */
        record NoName() implements Outcome {}

        /**
         * The key cannot be used; an administrator has to look.
         *
         * @param number under which the reason is on record
         */
        record KeyUnusable(String number) implements Outcome {}

        /** The file or the place is not one to sign. */
        record Unfit(String why) implements Outcome {}

        /** Too many at once: try again soon. */
        record Busy() implements Outcome {}
    }

    /** What would become of it. */
    public sealed interface Look {

        /**
         * It could be sealed.
         *
         * @param place the whole of the form, on a numbered page
         */
        record Fits(Place place) implements Look {}

        /** It could not. */
        record Hindered(Outcome why) implements Look {}
    }

    /** Ends the work on a file with its outcome. */
    private static final class Stop extends Exception {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Outcome outcome;

        private Stop(Outcome outcome) {
            super(outcome.toString(), null, false, false);
            this.outcome = outcome;
        }
    }

    /** Looks at a file without signing it; the key is not asked for. */
    public Look look(SealOrder order) throws IOException {
        try {
            requireName(order);
            return inTurn(order, limits.patience(), pdf -> fits(order, pdf));
        } catch (Stop stop) {
            return new Look.Hindered(stop.outcome);
        }
    }

    /** Seals it; the key's use is on record before it is asked. */
    public Outcome seal(SealOrder order, SealBy by) throws IOException {
        try {
            requireName(order);
            KeyLine line = lines.of(order.agency());
            Optional<Instant> hanging = line.hangingSince();
            if (hanging.isPresent()) {
                throw unusable(
                        order,
                        new SigningException(
                                "key: no answer since " + hanging.get() + " (expected: one by now)", null));
            }
            if (!line.enter(limits.patience())) {
                return new Outcome.Busy();
            }
            try {
                return sealed(order, by, line);
            } finally {
                line.leave();
            }
        } catch (Stop stop) {
            return stop.outcome;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Busy();
        }
    }

    /** What was sealed found no place: the draft or the copy had changed meanwhile. */
    public void unused(SealBy by, Outcome.Sealed sealed, String why) {
        journal.unused(by, sealed.bytes(), why);
    }

    /** What was sealed is again what it was before. */
    public void takenOff(SealBy by, StoredBytes sealed, StoredBytes before) {
        journal.takenOff(by, sealed, before);
    }

    private Stop unusable(SealOrder order, SigningException why) {
        return new Stop(new Outcome.KeyUnusable(journal.unusable(order, why)));
    }

    private static void requireName(SealOrder order) throws Stop {
        if (order.signer().isBlank() || order.signer().length() > LONGEST_NAME) {
            throw new Stop(new Outcome.NoName());
        }
    }

    /** What is done with a file in memory. */
    private interface Work<T> {
        T with(byte[] pdf) throws IOException, SigningException, Stop;
    }

    private <T> T inTurn(SealOrder order, Duration patience, Work<T> work) throws IOException, Stop {
        int most = limits.files().maximumBytes();
        if (order.pdf().length() > most) {
            throw refused(
                    order,
                    ErrorCode.SIGNING_FILE_TOO_LARGE,
                    "PDF: " + order.pdf().length() + " bytes (expected: at most " + most + ")");
        }
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Stop(new Outcome.Busy());
            }
            try (InputStream in = order.pdf().open()) {
                return with(order, in.readNBytes(most), work);
            } finally {
                places.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stop(new Outcome.Busy());
        }
    }

    private <T> T with(SealOrder order, byte[] pdf, Work<T> work) throws IOException, Stop {
        try {
            return work.with(pdf);
        } catch (RefusedToSign refused) {
            throw new Stop(new Outcome.Refused(refused.findings()));
        } catch (SigningException unfit) {
            throw new Stop(new Outcome.Unfit(String.valueOf(unfit.getMessage())));
        } catch (RuntimeException fault) {
            // A stranger's bytes found a fault of the program that draws: the file is not signed, and nothing stops.
            journal.fault(order, fault);
            throw refused(order, ErrorCode.SIGNING_FILE_DAMAGED, "PDF: " + fault + " (expected: a sound file)");
        }
    }

    private static Stop refused(SealOrder order, ErrorCode code, String text) {
        return new Stop(new Outcome.Refused(List.of(Finding.error(code, order.name(), text))));
    }

    private Look fits(SealOrder order, byte[] pdf) throws SigningException {
        Optional<AgencySeal> seal = seals.of(order.agency(), clock.instant());
        if (seal.isEmpty()) {
            return new Look.Hindered(new Outcome.NoSeal());
        }
        List<Finding> findings = signing.screen(order.name(), pdf);
        return findings.isEmpty()
                ? new Look.Fits(Places.of(pdf, form(order, seal.get(), pdf)))
                : new Look.Hindered(new Outcome.Refused(findings));
    }

    private Outcome sealed(SealOrder order, SealBy by, KeyLine line) throws IOException, Stop, InterruptedException {
        Instant at = clock.instant();
        SealKeys.Opened opened;
        try {
            opened = line.ask(() -> keys.of(order.agency(), at), limits.answer(), at)
                    .orElseThrow(() -> new Stop(new Outcome.NoSeal()));
        } catch (SigningException unusable) {
            throw unusable(order, unusable);
        }
        PreparedPdf prepared = inTurn(order, limits.patience(), pdf -> prepared(order, opened, pdf, at));
        journal.asked(order, opened.seal(), by, prepared.toBeSigned());
        byte[] value;
        try {
            value = line.ask(() -> opened.key().sign(prepared.toBeSigned(), prepared.algorithm()), limits.answer(), at);
        } catch (SigningException lost) {
            keys.lost(order.agency(), lost);
            journal.failed(order, opened.seal(), by, lost);
            throw unusable(order, lost);
        }
        try {
            StoredBytes bytes = inTurn(order, COMPLETING, pdf -> keep(signing.complete(pdf, prepared, value, at)));
            journal.sealed(order, opened.seal(), by, bytes);
            return new Outcome.Sealed(bytes, opened.seal(), at);
        } catch (Stop | IOException | RuntimeException failed) {
            journal.failed(order, opened.seal(), by, failed);
            throw failed;
        }
    }

    private PreparedPdf prepared(SealOrder order, SealKeys.Opened opened, byte[] pdf, Instant at)
            throws SigningException {
        return signing.prepare(
                pdf,
                opened.key().chain(),
                screened -> form(order, opened.seal(), screened),
                SignatureDetails.of(order.signer(), order.reason(), at));
    }

    private VisibleForm form(SealOrder order, AgencySeal seal, byte[] pdf) throws SigningException {
        Place usual = Places.suggest(pdf, order.shape().kind());
        try {
            Place place = order.spot()
                    .map(spot -> usual.movedTo(spot.page(), spot.leftMm(), spot.topMm()))
                    .orElse(usual);
            return order.shape().at(place, picture(seal));
        } catch (IllegalArgumentException unfit) {
            throw new SigningException(String.valueOf(unfit.getMessage()), unfit);
        }
    }

    private Optional<Picture> picture(AgencySeal seal) throws SigningException {
        Optional<byte[]> png = seals.picture(seal.id());
        try {
            return png.isEmpty() ? Optional.empty() : Optional.of(Picture.png(png.get()));
        } catch (UnusablePicture broken) {
            throw new SigningException("seal " + seal.id() + ": " + broken.getMessage(), broken);
        }
    }

    private StoredBytes keep(byte[] sealed) throws IOException {
        try (Spool spool = vault.open()) {
            spool.write(sealed);
            StoredBytes bytes = spool.keep();
            vault.sync(bytes);
            return bytes;
        }
    }
}

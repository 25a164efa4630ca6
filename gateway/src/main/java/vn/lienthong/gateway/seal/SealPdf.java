package vn.lienthong.gateway.seal;

import java.io.IOException;
import java.io.InputStream;
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
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.gateway.signature.pdf.PreparedPdf;
import vn.lienthong.gateway.signature.pdf.SignatureDetails;

/** Puts an agency's seal on a PDF, into a file of its own in the vault. A few at once: each lies in memory as a whole. */
public final class SealPdf {

    private final AgencySeals seals;
    private final SealKeys keys;
    private final Vault vault;
    private final Limits limits;
    private final Semaphore places;
    private final SignVisibly signing;
    private final Clock clock;

    /**
     * What sealing may cost.
     *
     * @param atOnce files that are looked at or sealed at the same time
     * @param patience how long one waits for its turn
     */
    public record Limits(FormSettings files, int atOnce, Duration patience) {}

    public SealPdf(AgencySeals seals, SealKeys keys, Vault vault, Limits limits, Clock clock) {
        this.seals = seals;
        this.keys = keys;
        this.vault = vault;
        this.limits = limits;
        this.places = new Semaphore(limits.atOnce(), true);
        this.signing = new SignVisibly(limits.files());
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

        /** The key cannot be used; an administrator has to look. */
        record KeyUnusable(String why) implements Outcome {}

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

    /** Looks at a file without signing it; the key is not asked for. */
    public Look look(SealOrder order) throws IOException {
        return inTurn(order, pdf -> fits(order, pdf), Look.Hindered::new);
    }

    /** Seals it. */
    public Outcome seal(SealOrder order) throws IOException {
        return inTurn(order, pdf -> sealed(order, pdf), outcome -> outcome);
    }

    /** What is done with a file in memory. */
    private interface Work<T> {
        T with(byte[] pdf) throws IOException, SigningException;
    }

    private interface Hindrance<T> {
        T because(Outcome outcome);
    }

    private <T> T inTurn(SealOrder order, Work<T> work, Hindrance<T> hindered) throws IOException {
        int most = limits.files().maximumBytes();
        if (order.pdf().length() > most) {
            return hindered.because(new Outcome.Refused(List.of(Finding.error(
                    ErrorCode.SIGNING_FILE_TOO_LARGE,
                    order.name(),
                    "PDF: " + order.pdf().length() + " bytes (expected: at most " + most + ")"))));
        }
        try {
            if (!places.tryAcquire(limits.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                return hindered.because(new Outcome.Busy());
            }
            try (InputStream in = order.pdf().open()) {
                return work.with(in.readNBytes(most));
            } finally {
                places.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return hindered.because(new Outcome.Busy());
        } catch (RefusedToSign refused) {
            return hindered.because(new Outcome.Refused(refused.findings()));
        } catch (SigningException | IllegalArgumentException unfit) {
            return hindered.because(new Outcome.Unfit(String.valueOf(unfit.getMessage())));
        }
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

    private Outcome sealed(SealOrder order, byte[] pdf) throws IOException, SigningException {
        List<Finding> findings = signing.screen(order.name(), pdf);
        if (!findings.isEmpty()) {
            return new Outcome.Refused(findings);
        }
        Optional<SealKeys.Opened> opened;
        try {
            opened = keys.of(order.agency(), clock.instant());
        } catch (SigningException unusable) {
            return new Outcome.KeyUnusable(String.valueOf(unusable.getMessage()));
        }
        return opened.isEmpty() ? new Outcome.NoSeal() : sealed(order, pdf, opened.get());
    }

    private Outcome sealed(SealOrder order, byte[] pdf, SealKeys.Opened opened) throws IOException, SigningException {
        Instant at = clock.instant();
        SigningKey key = opened.key();
        PreparedPdf prepared = signing.prepare(
                pdf,
                key.chain(),
                key.usualAlgorithm(),
                form(order, opened.seal(), pdf),
                SignatureDetails.of(order.signer(), order.reason(), at));
        byte[] value;
        try {
            value = key.sign(prepared.toBeSigned(), prepared.algorithm());
        } catch (SigningException lost) {
            keys.lost(order.agency());
            return new Outcome.KeyUnusable(String.valueOf(lost.getMessage()));
        }
        return new Outcome.Sealed(keep(signing.complete(pdf, prepared, value, at)), opened.seal(), at);
    }

    private VisibleForm form(SealOrder order, AgencySeal seal, byte[] pdf) throws SigningException {
        Place usual = Places.suggest(pdf, order.shape().kind());
        Place place = order.spot()
                .map(spot -> usual.movedTo(spot.page(), spot.leftMm(), spot.topMm()))
                .orElse(usual);
        return order.shape().at(place, picture(seal));
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

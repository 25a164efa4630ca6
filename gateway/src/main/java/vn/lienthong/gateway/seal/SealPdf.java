package vn.lienthong.gateway.seal;

import java.io.IOException;
import java.io.Serial;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.lasting.LastingLevel;
import vn.lienthong.gateway.lasting.ProveBriefly;
import vn.lienthong.gateway.signature.form.FormSettings;
import vn.lienthong.gateway.signature.form.Place;
import vn.lienthong.gateway.signature.form.Places;
import vn.lienthong.gateway.signature.key.SigningException;

/**
 * Puts an agency's seal on a PDF, or its signature on a file of another kind, into a file of its own in the vault. A few at once
 * lie in memory; none does while its key is asked for but the one that waits for the answer.
 */
public final class SealPdf {

    /** A signature that is there is not lost for a queue: the work before it is bounded. */
    private static final Duration COMPLETING = Duration.ofMinutes(2);

    private static final int LONGEST_NAME = 300;

    private final AgencySeals seals;
    private final SealKeys keys;
    private final KeyLines<AgencyId> lines = new KeyLines<>();
    private final Limits limits;
    private final FilesInTurn files;
    private final DrawSeal drawing;
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

    /** @param proving what is laid beside signatures that nothing takes further later */
    public SealPdf(
            AgencySeals seals,
            SealKeys keys,
            Vault vault,
            Limits limits,
            ProveBriefly proving,
            SealJournal journal,
            Clock clock) {
        this.seals = seals;
        this.keys = keys;
        this.limits = limits;
        this.files = new FilesInTurn(vault, limits, journal);
        this.drawing = new DrawSeal(seals, limits.files(), proving);
        this.journal = journal;
        this.clock = clock;
    }

    SealKeys keys() {
        return keys;
    }

    Limits limits() {
        return limits;
    }

    SealJournal journal() {
        return journal;
    }

    Clock clock() {
        return clock;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /**
         * Sealed; the bytes survive a power cut.
         *
         * @param at the time that the signature says
         * @param level what it is at, as it is handed out
         */
        record Sealed(StoredBytes bytes, AgencySeal seal, Instant at, LastingLevel level) implements Outcome {
            Sealed(StoredBytes bytes, AgencySeal seal, Instant at) {
                this(bytes, seal, at, LastingLevel.B);
            }
        }

        /** Not signed for what is in the file, each reason once. */
        record Refused(List<Finding> findings) implements Outcome {
            public Refused {
                findings = List.copyOf(findings);
            }
        }

        /** The agency has no seal here. */
        record NoSeal() implements Outcome {}

        /** Its key lies at somebody's desk, and the file is one to sign: it is sealed there. */
        record AtDesk(AgencySeal seal) implements Outcome {}

        /** The directory has no name for the agency today, or one that no seal can carry. */
        record NoName() implements Outcome {}

        /**
         * The key cannot be used; an administrator has to look.
         *
         * @param number under which the reason is on record; empty where it was known before the key was asked
         */
        record KeyUnusable(String number, KeyTrouble trouble) implements Outcome {}

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
    static final class Stop extends Exception {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Outcome outcome;

        Stop(Outcome outcome) {
            super(outcome.toString(), null, false, false);
            this.outcome = outcome;
        }

        Outcome outcome() {
            return outcome;
        }
    }

    /** Looks at a file without signing it; the key is not asked for. */
    public Look look(SealOrder order) throws IOException {
        try {
            requireName(order);
            return files.inTurn(order, limits.patience(), pdf -> fits(order, pdf));
        } catch (Stop stop) {
            return new Look.Hindered(stop.outcome);
        }
    }

    /** What else is written down of a seal, in one transaction with what is always: in a store of the same database. */
    @FunctionalInterface
    public interface Along {
        void record(Outcome.Sealed sealed);
    }

    /** Seals it; the key's use is on record before it is asked. */
    public Outcome seal(SealOrder order, SealBy by) throws IOException {
        return seal(order, by, nothing -> {});
    }

    /** The same, and something more on record with it. */
    public Outcome seal(SealOrder order, SealBy by, Along along) throws IOException {
        try {
            requireName(order);
            Turn turn = new Turn(enter(order));
            try {
                return sealed(order, by, turn, along);
            } finally {
                turn.end();
            }
        } catch (Stop stop) {
            return stop.outcome();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Busy();
        }
    }

    /** One's turn at the key of the agency; to be left again. */
    KeyLine enter(SealOrder order) throws Stop, InterruptedException {
        requireHere(order);
        KeyLine line = lines.of(order.agency());
        Optional<Instant> hanging = line.hangingSince();
        if (hanging.isPresent()) {
            throw unusable(
                    order,
                    new SigningException("key: no answer since " + hanging.get() + " (expected: one by now)", null));
        }
        if (!line.enter(limits.patience())) {
            throw new Stop(new Outcome.Busy());
        }
        return line;
    }

    /** What was sealed found no place: the draft or the copy had changed meanwhile. */
    public void unused(SealBy by, Outcome.Sealed sealed, String why) {
        journal.unused(by, sealed.bytes(), why);
    }

    /** What was sealed is again what it was before. */
    public void takenOff(SealBy by, StoredBytes sealed, StoredBytes before) {
        journal.takenOff(by, sealed, before);
    }

    Stop unusable(SealOrder order, SigningException why) {
        return new Stop(new Outcome.KeyUnusable(journal.unusable(order, why), KeyTrouble.of(why)));
    }

    static void requireName(SealOrder order) throws Stop {
        if (order.signer().isBlank() || order.signer().length() > LONGEST_NAME) {
            throw new Stop(new Outcome.NoName());
        }
    }

    private void requireHere(SealOrder order) throws Stop {
        Optional<AgencySeal> atDesk =
                seals.of(order.agency(), clock.instant()).filter(seal -> seal.place() instanceof KeyPlace.Desk);
        if (atDesk.isPresent()) {
            throw new Stop(new Outcome.AtDesk(atDesk.get()));
        }
    }

    private Look fits(SealOrder order, byte[] pdf) throws SigningException {
        Optional<AgencySeal> seal = seals.of(order.agency(), clock.instant());
        if (seal.isEmpty()) {
            return new Look.Hindered(new Outcome.NoSeal());
        }
        Optional<KeyTrouble> trouble = keys.trouble(seal.get(), clock.instant());
        if (trouble.isPresent()) {
            return new Look.Hindered(new Outcome.KeyUnusable("", trouble.get()));
        }
        List<Finding> findings = drawing.screen(order, pdf);
        if (findings.isEmpty() && seal.get().place() instanceof KeyPlace.Desk) {
            return new Look.Hindered(new Outcome.AtDesk(seal.get()));
        }
        return findings.isEmpty()
                ? new Look.Fits(Places.of(pdf, drawing.form(order, seal.get(), pdf)))
                : new Look.Hindered(new Outcome.Refused(findings));
    }

    /** One's turn at a key, which ends once. */
    private static final class Turn {
        private final KeyLine line;
        private boolean over;

        Turn(KeyLine line) {
            this.line = line;
        }

        void end() {
            if (!over) {
                over = true;
                line.leave();
            }
        }
    }

    private Outcome sealed(SealOrder order, SealBy by, Turn turn, Along along)
            throws IOException, Stop, InterruptedException {
        Instant at = clock.instant();
        SealKeys.Opened opened = open(order, turn.line, at);
        PreparedSeal prepared = prepare(order, opened, at);
        journal.asked(order, opened.seal(), by, prepared.toBeSigned());
        byte[] value;
        try {
            value = turn.line.ask(
                    () -> opened.key().sign(prepared.toBeSigned(), prepared.algorithm()), limits.answer(), at);
        } catch (SigningException lost) {
            keys.lost(order.agency(), lost, clock.instant());
            journal.failed(order, opened.seal(), by, lost);
            throw unusable(order, lost);
        }
        try {
            if (prepared instanceof PreparedSeal.Unseen) {
                // It may wait for an authority; the key is free meanwhile.
                turn.end();
            }
            StoredBytes bytes = complete(order, prepared, value);
            Outcome.Sealed sealed = new Outcome.Sealed(bytes, opened.seal(), at, prepared.level());
            journal.sealed(order, opened.seal(), by, sealed, along);
            return sealed;
        } catch (Stop | IOException | RuntimeException failed) {
            journal.failed(order, opened.seal(), by, failed);
            throw failed;
        }
    }

    SealKeys.Opened open(SealOrder order, KeyLine line, Instant at) throws Stop, InterruptedException {
        try {
            return line.ask(() -> keys.of(order.agency(), at), limits.answer(), at)
                    .orElseThrow(() -> new Stop(new Outcome.NoSeal()));
        } catch (SigningException unusable) {
            throw unusable(order, unusable);
        }
    }

    /** Ready but for its value, in the form that the order wants. */
    PreparedSeal prepare(SealOrder order, SealKeys.Opened opened, Instant at) throws IOException, Stop {
        return files.inTurn(order, limits.patience(), file -> drawing.prepare(order, opened, file, at));
    }

    StoredBytes complete(SealOrder order, PreparedSeal prepared, byte[] value) throws IOException, Stop {
        return switch (prepared) {
            case PreparedSeal.Drawn drawn ->
                files.inTurn(order, COMPLETING, file -> files.keep(drawn.complete(file, value)));
            // It has its file already, and may wait for an authority: no place is held meanwhile.
            case PreparedSeal.Unseen unseen ->
                files.apart(order, COMPLETING, nothing -> files.keep(unseen.complete(nothing, value)));
        };
    }
}

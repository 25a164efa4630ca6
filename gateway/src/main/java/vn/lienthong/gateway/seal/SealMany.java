package vn.lienthong.gateway.seal;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.seal.SealPdf.Outcome;
import vn.lienthong.gateway.seal.SealPdf.Stop;
import vn.lienthong.gateway.signature.key.Signed;
import vn.lienthong.gateway.signature.key.SigningException;

/**
 * Puts agencies' seals on many PDFs, by the handful: one turn at the key and one question to it for each, so that a service which
 * signs many under one authorisation is asked once, and whoever waits for the same key gets it in between. Each file has an
 * outcome of its own; each use of the key is on record before it is asked.
 */
public final class SealMany {
    private static final int MOST_AT_ONCE = 20;

    private final SealPdf sealing;
    private final SealKeys keys;
    private final SealPdf.Limits limits;
    private final SealJournal journal;
    private final Clock clock;

    /** @param sealing with whose keys, turns and limits: a file alone and many share them */
    public SealMany(SealPdf sealing) {
        this.sealing = sealing;
        this.keys = sealing.keys();
        this.limits = sealing.limits();
        this.journal = sealing.journal();
        this.clock = sealing.clock();
    }

    /**
     * One file, and for whom.
     *
     * @param still whether it is still wanted; asked right before the key is, since others may have had their turn before
     */
    public record Asked(SealOrder order, SealBy by, BooleanSupplier still) {}

    /** Hears what came of each, by its place in the list, as soon as that is known. */
    @FunctionalInterface
    public interface Done {
        void with(int number, Outcome outcome) throws IOException;

        /** In place of an outcome: it was not wanted any more when its turn came, so the key was not asked. */
        default void unwanted(int number) {}
    }

    /**
     * Seals all; every one is told exactly once. What fails for one of a handful, or in hearing of it, is thrown after the others
     * of the handful were told: the key was asked for all of them together.
     *
     * @throws IOException when the vault fails: what was told before stays, the handfuls behind it are not sealed
     */
    public void seal(List<Asked> all, Done done) throws IOException {
        Map<AgencyId, List<Numbered>> byAgency = new LinkedHashMap<>();
        for (int number = 0; number < all.size(); number++) {
            Asked asked = all.get(number);
            byAgency.computeIfAbsent(asked.order().agency(), ignored -> new ArrayList<>())
                    .add(new Numbered(number, asked));
        }
        for (List<Numbered> ofOne : byAgency.values()) {
            for (List<Numbered> handful : handfuls(ofOne)) {
                handful(handful, done);
            }
        }
    }

    private record Numbered(int number, Asked asked) {
        SealOrder order() {
            return asked.order();
        }
    }

    /** Ready but for its value. */
    private record Waiting(Numbered one, PreparedSeal prepared) {}

    /** What lies in memory at once is bounded by number and by size: as much as {@link SealPdf} may hold. */
    private List<List<Numbered>> handfuls(List<Numbered> all) {
        long mostBytes = (long) limits.atOnce() * limits.files().maximumBytes();
        List<List<Numbered>> handfuls = new ArrayList<>();
        List<Numbered> current = new ArrayList<>();
        long bytes = 0;
        for (Numbered one : all) {
            long more = one.order().pdf().length();
            if (!current.isEmpty() && (current.size() == MOST_AT_ONCE || bytes + more > mostBytes)) {
                handfuls.add(current);
                current = new ArrayList<>();
                bytes = 0;
            }
            current.add(one);
            bytes += more;
        }
        handfuls.add(current);
        return handfuls;
    }

    private void handful(List<Numbered> some, Done done) throws IOException {
        SealOrder first = some.getFirst().order();
        try {
            KeyLine line = sealing.enter(first);
            try {
                signed(some, line, done);
            } finally {
                line.leave();
            }
        } catch (Stop stop) {
            tell(some, stop.outcome(), done);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            tell(some, new Outcome.Busy(), done);
        }
    }

    /** What stops all of them throws before anything was told. */
    private void signed(List<Numbered> some, KeyLine line, Done done) throws IOException, Stop, InterruptedException {
        Instant at = clock.instant();
        SealKeys.Opened opened = sealing.open(some.getFirst().order(), line, at);
        LaterFaults faults = new LaterFaults();
        List<Waiting> ready = new ArrayList<>();
        for (Numbered one : some) {
            faults.of(() -> prepared(one, opened, at, done).ifPresent(ready::add));
        }
        List<Waiting> waiting = new ArrayList<>();
        for (Waiting one : ready) {
            faults.of(() -> stillWanted(one, done).ifPresent(waiting::add));
        }
        if (!waiting.isEmpty()) {
            asked(waiting, opened, line, at, new Telling(done, faults));
        }
        faults.rethrow();
    }

    /** Who hears, and what is kept of those who fail in it. */
    private record Telling(Done done, LaterFaults faults) {}

    private Optional<Waiting> prepared(Numbered one, SealKeys.Opened opened, Instant at, Done done) throws IOException {
        try {
            SealPdf.requireName(one.order());
            return Optional.of(new Waiting(one, sealing.prepare(one.order(), opened, at)));
        } catch (Stop stop) {
            done.with(one.number(), stop.outcome());
            return Optional.empty();
        }
    }

    private static Optional<Waiting> stillWanted(Waiting one, Done done) {
        if (one.one().asked().still().getAsBoolean()) {
            return Optional.of(one);
        }
        done.unwanted(one.one().number());
        return Optional.empty();
    }

    private void asked(List<Waiting> waiting, SealKeys.Opened opened, KeyLine line, Instant at, Telling telling) {
        waiting.forEach(one -> journal.asked(
                one.one().order(),
                opened.seal(),
                one.one().asked().by(),
                one.prepared().toBeSigned()));
        List<Signed> values;
        try {
            values = values(waiting, opened, line, at);
        } catch (SigningException lost) {
            lost(waiting, opened, lost, telling);
            return;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            lost(waiting, opened, new SigningException("key: interrupted (expected: an answer)", stopped), telling);
            return;
        }
        for (int i = 0; i < waiting.size(); i++) {
            Waiting one = waiting.get(i);
            Signed value = values.get(i);
            telling.faults().of(() -> telling.done().with(one.one().number(), completed(one, value, opened, at)));
        }
    }

    private List<Signed> values(List<Waiting> waiting, SealKeys.Opened opened, KeyLine line, Instant at)
            throws SigningException, InterruptedException {
        List<byte[]> toBeSigned =
                waiting.stream().map(one -> one.prepared().toBeSigned()).toList();
        Duration within = limits.answer().multipliedBy(waiting.size());
        return line.ask(
                () -> opened.key()
                        .signAll(toBeSigned, waiting.getFirst().prepared().algorithm()),
                within,
                at);
    }

    private Outcome completed(Waiting one, Signed signed, SealKeys.Opened opened, Instant at) throws IOException {
        SealOrder order = one.one().order();
        SealBy by = one.one().asked().by();
        try {
            byte[] value =
                    switch (signed) {
                        case Signed.Value good -> good.bytes();
                        case Signed.Failed failed -> throw refused(order, opened, failed.why());
                    };
            StoredBytes bytes = sealing.complete(order, one.prepared(), value);
            journal.sealed(order, opened.seal(), by, bytes, at);
            return new Outcome.Sealed(bytes, opened.seal(), at);
        } catch (Stop failed) {
            journal.failed(order, opened.seal(), by, failed);
            return failed.outcome();
        } catch (IOException | RuntimeException failed) {
            journal.failed(order, opened.seal(), by, failed);
            throw failed;
        }
    }

    private Stop refused(SealOrder order, SealKeys.Opened opened, SigningException why) {
        keys.lost(opened.seal().agency(), why, clock.instant());
        return sealing.unusable(order, why);
    }

    private void lost(List<Waiting> waiting, SealKeys.Opened opened, SigningException why, Telling telling) {
        keys.lost(opened.seal().agency(), why, clock.instant());
        Outcome unusable =
                sealing.unusable(waiting.getFirst().one().order(), why).outcome();
        for (Waiting one : waiting) {
            telling.faults().of(() -> {
                journal.failed(
                        one.one().order(), opened.seal(), one.one().asked().by(), why);
                telling.done().with(one.one().number(), unusable);
            });
        }
    }

    private static void tell(List<Numbered> some, Outcome outcome, Done done) throws IOException {
        LaterFaults faults = new LaterFaults();
        for (Numbered one : some) {
            faults.of(() -> done.with(one.number(), outcome));
        }
        faults.rethrow();
    }
}

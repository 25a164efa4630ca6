package vn.lienthong.gateway.lasting;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.gateway.dossier.Spool;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Vault;

/**
 * Takes files that were signed here further, a few at a time, one step each. The new file lies durable in the vault, and was
 * looked at by our verifier, before any record names it; the old one stays until then. Whatever fails is tried again later,
 * rarer and rarer.
 */
public final class ExtendLasting {

    private static final Logger LOG = LoggerFactory.getLogger(ExtendLasting.class);

    /** A draft may be between sealing and keeping. */
    private static final Duration UNUSED_AFTER = Duration.ofDays(1);

    /** Lists are published a few times a day: looking for newer ones reads the whole file each time. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    private final LastingFiles files;
    private final ExtendFile extending;
    private final Vault vault;
    private final LastingAlert alert;
    private final ExecutorService calls;
    private final Clock clock;
    private final Patience patience;

    /**
     * How long to wait for what.
     *
     * @param atOnce files in work at the same time, each in memory as a whole
     * @param maximumBytes largest file that is read into memory
     * @param lease an upper bound for one step with all its authorities
     * @param firstRetry after the first failure, doubled each time
     * @param longestRetry the pause grows no longer
     */
    public record Patience(int atOnce, int maximumBytes, Duration lease, Duration firstRetry, Duration longestRetry) {

        Duration pause(int failures) {
            Duration doubled = firstRetry.multipliedBy(1L << Math.min(failures, 20));
            return doubled.compareTo(longestRetry) < 0 ? doubled : longestRetry;
        }
    }

    public ExtendLasting(
            LastingFiles files,
            ExtendFile extending,
            Vault vault,
            LastingAlert alert,
            ExecutorService calls,
            Clock clock,
            Patience patience) {
        this.files = files;
        this.extending = extending;
        this.vault = vault;
        this.alert = alert;
        this.calls = calls;
        this.clock = clock;
        this.patience = patience;
    }

    /** Takes all that is due one step further, a batch after the other; returns how often a file grew. */
    public int extend() throws InterruptedException {
        int grown = 0;
        int taken = patience.atOnce();
        while (taken == patience.atOnce()) {
            Instant now = clock.instant();
            List<LastingFile> due = files.takeDue(now, now.plus(patience.lease()), patience.atOnce());
            grown += extend(due);
            alert.tell();
            taken = due.size();
        }
        return grown;
    }

    private int extend(List<LastingFile> due) throws InterruptedException {
        List<Future<Boolean>> running = new ArrayList<>();
        for (LastingFile file : due) {
            running.add(calls.submit(() -> extend(file)));
        }
        int grown = 0;
        try {
            for (Future<Boolean> call : running) {
                grown += result(call) ? 1 : 0;
            }
        } finally {
            // Interrupted, the gateway is stopping: it must not wait for an authority.
            running.forEach(call -> call.cancel(true));
        }
        return grown;
    }

    /** Forgets what is part of nothing any more. */
    public int dropUnused() {
        return files.dropUnused(clock.instant().minus(UNUSED_AFTER));
    }

    private boolean extend(LastingFile file) throws InterruptedException {
        try {
            return switch (extending.step(read(file), file.rule().goal(), file.signedAt())) {
                case ExtendFile.Step.Grown grown -> keep(file, grown);
                case ExtendFile.Step.Enough enough -> {
                    files.rest(file, enough.level(), enough.again());
                    yield false;
                }
                case ExtendFile.Step.NotYet waits -> later(file, waits);
            };
        } catch (IOException fault) {
            return postpone(file, String.valueOf(fault.getMessage()));
        } catch (RuntimeException ours) {
            // Or the same file would be tried again as soon as its lease ends, for ever, and nobody be told.
            LOG.warn("signed file {}: not extended", file.signed(), ours);
            return postpone(file, String.valueOf(ours));
        }
    }

    private boolean keep(LastingFile file, ExtendFile.Step.Grown grown) throws IOException {
        StoredBytes bytes;
        try (Spool spool = vault.open()) {
            spool.write(grown.file());
            bytes = spool.keep();
            vault.sync(bytes);
        }
        Instant now = clock.instant();
        Optional<Instant> due = grown.level().reaches(file.rule().goal()) ? grown.again() : Optional.of(now);
        boolean ours = files.grow(file, bytes, grown.level(), due, now);
        LOG.info(
                "signed file {}: level {}, {}",
                file.signed(),
                grown.level(),
                ours ? bytes.digest() : "done by another");
        return ours;
    }

    private boolean later(LastingFile file, ExtendFile.Step.NotYet waits) {
        if (waits.until().isEmpty()) {
            return postpone(file, waits.why());
        }
        Instant until = waits.until().get();
        Instant look = clock.instant().plus(LONGEST_WAIT);
        files.await(file, until.isBefore(look) ? until : look, waits.why());
        return false;
    }

    private boolean postpone(LastingFile file, String why) {
        LOG.info(
                "signed file {}: waits at level {}, try {}: {}", file.signed(), file.level(), file.failures() + 1, why);
        Instant now = clock.instant();
        files.postpone(file, now, now.plus(patience.pause(file.failures())), why);
        return false;
    }

    private byte[] read(LastingFile file) throws IOException {
        if (file.bytes().length() > patience.maximumBytes()) {
            throw new IOException(
                    "file: " + file.bytes().length() + " bytes (expected: at most " + patience.maximumBytes() + ")");
        }
        try (InputStream in = vault.read(file.bytes().digest())) {
            return in.readAllBytes();
        }
    }

    private static boolean result(Future<Boolean> call) throws InterruptedException {
        try {
            return call.get();
        } catch (ExecutionException failed) {
            LOG.warn("signed file: not extended", failed.getCause());
            return false;
        }
    }
}

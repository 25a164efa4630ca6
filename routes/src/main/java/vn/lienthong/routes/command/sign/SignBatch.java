package vn.lienthong.routes.command.sign;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.gateway.signature.making.NotProven;
import vn.lienthong.gateway.signature.making.PreparedFile;
import vn.lienthong.gateway.signature.making.SignInLine;

/**
 * Signs many with one key, handed to it by the handful: one login, and where the key's place knows such a thing one authorisation
 * for each handful. One that fails does not stop the rest; a key that is lost does.
 */
final class SignBatch {
    /** More at once would only wait for each other at the authority, and time out there. */
    private static final int MOST_AT_THE_AUTHORITY = 4;

    private final SigningKey key;
    private final SignFiles files;
    private final ReleaseFile release;
    private final Clock clock;
    private final Consumer<SignJob> begun;
    private final Consumer<SignOutcome> told;

    /**
     * With one key.
     *
     * @param begun hears of each as it is begun
     * @param told hears what came of each, in their order
     */
    SignBatch(
            SigningKey key,
            SignFiles files,
            ReleaseFile release,
            Clock clock,
            Consumer<SignJob> begun,
            Consumer<SignOutcome> told) {
        this.key = key;
        this.files = files;
        this.release = release;
        this.clock = clock;
        this.begun = begun;
        this.told = told;
    }

    /** Signs all; false where the key was lost on the way, or somebody stopped it. */
    boolean sign(List<SignJob> jobs) {
        int threads = threads(Runtime.getRuntime().availableProcessors());
        try {
            return new SignInLine<>(key, new OneFile(), threads).sign(jobs, told);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    int threads(int processors) {
        int usual = Math.max(2, processors);
        return files.stamps() ? Math.min(usual, MOST_AT_THE_AUTHORITY) : usual;
    }

    private final class OneFile implements SignInLine.Work<SignJob, SignOutcome> {
        @Override
        public long bytes(SignJob job) {
            try {
                return job.bytes();
            } catch (IOException gone) {
                // Preparing it says so.
                return 0;
            }
        }

        @Override
        public void begun(SignJob job) {
            begun.accept(job);
        }

        @Override
        public SignInLine.Ready<SignOutcome> prepare(SignJob job) {
            try {
                release.requireFree(job);
                return new SignInLine.Ready.Waiting<>(files.prepare(job, clock.instant()));
            } catch (SignRefused | IOException refused) {
                return new SignInLine.Ready.Over<>(refused(job, refused));
            }
        }

        @Override
        public SignOutcome complete(SignJob job, PreparedFile prepared, byte[] value) {
            try {
                release.write(files.complete(job, prepared, value, clock), job);
                return SignOutcome.signed(job);
            } catch (NotProven later) {
                return SignOutcome.not(job, SignOutcome.State.NOT_PROVEN, job.source() + ": " + later.getMessage());
            } catch (SignRefused | IOException refused) {
                return refused(job, refused);
            }
        }

        private static SignOutcome refused(SignJob job, Exception why) {
            return SignOutcome.not(job, SignOutcome.State.REFUSED, String.valueOf(why.getMessage()));
        }

        @Override
        public SignOutcome failed(SignJob job, SigningException why) {
            return SignOutcome.not(job, SignOutcome.State.KEY_FAILED, job.source() + ": khóa: " + why.getMessage());
        }

        @Override
        public SignOutcome notTried(SignJob job) {
            return SignOutcome.not(job, SignOutcome.State.NOT_TRIED, job.source() + ": khóa không còn dùng được");
        }

        @Override
        public SignOutcome stumbled(SignJob job, Throwable over) {
            return SignOutcome.not(
                    job, SignOutcome.State.REFUSED, job.source() + ": " + over + " (cần: một tệp lành, vừa bộ nhớ)");
        }
    }
}

package vn.lienthong.routes.door.folder;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Says now and then, while a long file is read, that somebody is still at it. */
final class KeptUp extends FilterInputStream {

    /** Well below the lease of a look. */
    private static final Duration EVERY = Duration.ofSeconds(20);

    private final Runnable keep;
    private final Clock clock;
    private Instant next;

    KeptUp(InputStream in, Runnable keep, Clock clock) {
        super(in);
        this.keep = keep;
        this.clock = clock;
        this.next = clock.instant().plus(EVERY);
    }

    @Override
    public int read() throws IOException {
        tell();
        return in.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        tell();
        return in.read(bytes, offset, length);
    }

    private void tell() {
        Instant now = clock.instant();
        if (!now.isBefore(next)) {
            keep.run();
            next = now.plus(EVERY);
        }
    }
}

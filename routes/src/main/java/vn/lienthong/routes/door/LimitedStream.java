package vn.lienthong.routes.door;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import vn.lienthong.gateway.finding.ErrorCode;

/** Stops a body that is larger or slower than allowed, whatever of it is used. Mark and reset are not supported. */
final class LimitedStream extends FilterInputStream {

    private static final double NANOS = 1e9;

    private final UploadLimits limits;
    private final LongSupplier nanoTime;
    private final long startedNanos;
    private long count;

    LimitedStream(InputStream in, UploadLimits limits, LongSupplier nanoTime) {
        super(in);
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.startedNanos = nanoTime.getAsLong();
    }

    /** A limit was passed; the code says which. */
    static final class Exceeded extends IOException {

        private static final long serialVersionUID = 1L;

        private final ErrorCode code;

        Exceeded(ErrorCode code, String message) {
            super(message);
            this.code = code;
        }

        ErrorCode code() {
            return code;
        }
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        if (read >= 0) {
            count(1);
        }
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        if (read > 0) {
            count(read);
        }
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = in.skip(bytes);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long more) throws Exceeded {
        count += more;
        if (count > limits.maxBodyBytes()) {
            throw new Exceeded(
                    ErrorCode.TOO_LARGE,
                    "body: hơn " + limits.maxBodyBytes() + " byte (expected: không quá giới hạn này)");
        }
        double seconds = (nanoTime.getAsLong() - startedNanos) / NANOS;
        if (seconds > limits.longest().toSeconds()) {
            throw new Exceeded(
                    ErrorCode.SLOW_CALLER,
                    "body: " + count + " byte sau " + Math.round(seconds) + " giây (expected: xong trong "
                            + limits.longest().toSeconds() + " giây)");
        }
        if (seconds > limits.grace().toSeconds() && count / seconds < limits.minBytesPerSecond()) {
            throw new Exceeded(
                    ErrorCode.SLOW_CALLER,
                    "body: " + Math.round(count / seconds) + " byte/s (expected: ít nhất " + limits.minBytesPerSecond()
                            + ")");
        }
    }
}

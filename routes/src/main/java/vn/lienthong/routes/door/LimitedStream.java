package vn.lienthong.routes.door;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import vn.lienthong.gateway.finding.ErrorCode;

/** Stops a body that is larger or slower than allowed. */
final class LimitedStream extends FilterOutputStream {

    private static final double NANOS = 1e9;

    private final UploadLimits limits;
    private final long startedNanos = System.nanoTime();
    private long count;

    LimitedStream(OutputStream out, UploadLimits limits) {
        super(out);
        this.limits = limits;
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
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        count += length;
        if (count > limits.maxBodyBytes()) {
            throw new Exceeded(
                    ErrorCode.TOO_LARGE,
                    "body: hơn " + limits.maxBodyBytes() + " byte (expected: không quá giới hạn này)");
        }
        double seconds = (System.nanoTime() - startedNanos) / NANOS;
        if (seconds > limits.grace().toSeconds() && count / seconds < limits.minBytesPerSecond()) {
            throw new Exceeded(
                    ErrorCode.SLOW_CALLER,
                    "body: " + Math.round(count / seconds) + " byte/s (expected: ít nhất " + limits.minBytesPerSecond()
                            + ")");
        }
        out.write(bytes, offset, length);
    }
}

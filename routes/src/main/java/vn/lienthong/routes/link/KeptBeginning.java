package vn.lienthong.routes.link;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Remembers what is read, up to a bound, until it is told that nobody will ask. */
final class KeptBeginning extends FilterInputStream {

    private final int most;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private boolean keeping = true;

    KeptBeginning(InputStream in, int most) {
        super(in);
        this.most = most;
    }

    /** What comes from now on is not kept. */
    void letGo() {
        keeping = false;
        kept.reset();
    }

    /** The answer as far as it is kept, with what has not been read yet. */
    byte[] whole() throws IOException {
        byte[] buffer = new byte[8192];
        while (kept.size() < most && read(buffer, 0, buffer.length) >= 0) {
            // Kept as it is read.
        }
        return kept.toByteArray();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = in.read(bytes, offset, length);
        if (keeping && count > 0) {
            if (kept.size() + count > most) {
                throw new IOException("answer: more than " + most + " bytes without a packet (expected: less)");
            }
            kept.write(bytes, offset, count);
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}

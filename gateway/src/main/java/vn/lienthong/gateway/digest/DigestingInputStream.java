package vn.lienthong.gateway.digest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** Digests and counts what is read through it. Mark and reset are not supported: a byte read twice would count twice. */
public final class DigestingInputStream extends FilterInputStream {

    private final MessageDigest digest = Sha256.newDigest();
    private long count;

    public DigestingInputStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        if (b >= 0) {
            digest.update((byte) b);
            count++;
        }
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = in.read(buffer, offset, length);
        if (n > 0) {
            digest.update(buffer, offset, n);
            count += n;
        }
        return n;
    }

    /** Reads instead of skipping: every byte that passes is digested. */
    @Override
    public long skip(long n) throws IOException {
        byte[] discarded = new byte[(int) Math.min(Math.max(n, 0), 8192)];
        long left = n;
        while (left > 0) {
            int read = read(discarded, 0, (int) Math.min(left, discarded.length));
            if (read < 0) {
                break;
            }
            left -= read;
        }
        return Math.max(n, 0) - Math.max(left, 0);
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Bytes read so far. */
    public long count() {
        return count;
    }

    /** The digest of what was read so far. Call once, at the end: the running digest starts anew. */
    public Sha256 digest() {
        return Sha256.finish(digest);
    }
}

package vn.lienthong.gateway.digest;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/** Digests and counts what is written through it. */
public final class DigestingOutputStream extends FilterOutputStream {

    private final MessageDigest digest = Sha256.newDigest();
    private long count;

    public DigestingOutputStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        digest.update((byte) b);
        count++;
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        out.write(buffer, offset, length);
        digest.update(buffer, offset, length);
        count += length;
    }

    /** Bytes written so far. */
    public long count() {
        return count;
    }

    /** The digest of what was written so far. Call once, at the end: the running digest starts anew. */
    public Sha256 digest() {
        return Sha256.finish(digest);
    }
}

package vn.lienthong.gateway.packet;

import java.io.Closeable;
import java.io.IOException;
import vn.lienthong.gateway.digest.Sha256;

/** Takes one file, piece by piece. Closing it unfinished throws away what was written. */
public interface AttachmentSink extends Closeable {

    void write(byte[] buffer, int offset, int length) throws IOException;

    /**
     * Keeps what was written. Called once.
     *
     * @param digest of all that was written, taken by the writer while it passed
     */
    AttachmentContent finish(Sha256 digest) throws IOException;
}

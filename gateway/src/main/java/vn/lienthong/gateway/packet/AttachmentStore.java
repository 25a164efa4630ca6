package vn.lienthong.gateway.packet;

import java.io.IOException;
import vn.lienthong.gateway.digest.Sha256;

/** Where a reader puts the files that it takes out of a packet. */
public interface AttachmentStore {

    /**
     * A place for one file.
     *
     * @param hint which attachment it is, for messages; never a file name
     * @throws IOException when the store cannot take it: a fault of ours, the reader passes it on
     */
    AttachmentSink open(String hint) throws IOException;

    /** Digests files and keeps none of their bytes: for reading what a packet says, not what it carries. */
    static AttachmentStore discarding() {
        return hint -> new AttachmentSink() {
            private long lengthBytes;

            @Override
            public void write(byte[] buffer, int offset, int length) {
                lengthBytes += length;
            }

            @Override
            public AttachmentContent finish(Sha256 digest) {
                return AttachmentContent.of(digest, lengthBytes, () -> {
                    throw new IOException(
                            "attachment " + digest + ": not kept (expected: read with a store that keeps)");
                });
            }

            @Override
            public void close() {}
        };
    }
}

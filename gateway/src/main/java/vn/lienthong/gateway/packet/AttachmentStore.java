package vn.lienthong.gateway.packet;

import java.io.IOException;

/** Where a reader puts the files that it takes out of a packet. */
public interface AttachmentStore {

    /**
     * A place for one file.
     *
     * @param hint which attachment it is, for messages; never a file name
     * @throws IOException when the store cannot take it: a fault of ours, the reader passes it on
     */
    AttachmentSink open(String hint) throws IOException;
}

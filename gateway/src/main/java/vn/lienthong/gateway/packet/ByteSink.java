package vn.lienthong.gateway.packet;

import java.io.IOException;

/** Takes bytes as they are decoded. */
interface ByteSink {

    void write(byte[] buffer, int offset, int length) throws IOException, AttachmentFault;
}

package vn.lienthong.gateway.signature.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A packet's bytes, wherever they lie; opened up to three times. */
public interface EnvelopeBytes {

    /** The bytes from the beginning. */
    InputStream open() throws IOException;

    long length();

    /** Bytes in memory. */
    static EnvelopeBytes of(byte[] bytes) {
        return new EnvelopeBytes() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public long length() {
                return bytes.length;
            }
        };
    }
}

package vn.lienthong.gateway.packet;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The source with a splice in it. */
final class InsertingInput extends InputStream {

    private final InputStream source;
    private final TraceSplice splice;
    private final byte[] text;
    private long before;
    private int inserted;

    InsertingInput(InputStream source, TraceSplice splice) {
        this.source = source;
        this.splice = splice;
        this.text = splice.bytes();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        long left = splice.offset() - before;
        if (left > 0) {
            int count = source.read(buffer, offset, (int) Math.min(left, length));
            if (count < 0) {
                throw new EOFException("packet: " + before + " bytes (expected: more than " + splice.offset() + ")");
            }
            before += count;
            return count;
        }
        if (inserted < text.length) {
            int count = Math.min(length, text.length - inserted);
            System.arraycopy(text, inserted, buffer, offset, count);
            inserted += count;
            return count;
        }
        return source.read(buffer, offset, length);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}

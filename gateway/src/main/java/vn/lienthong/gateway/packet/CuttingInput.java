package vn.lienthong.gateway.packet;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The source without the splice that is in it. */
final class CuttingInput extends InputStream {

    private final InputStream source;
    private final TraceSplice splice;
    private long before;
    private boolean cut;

    CuttingInput(InputStream source, TraceSplice splice) {
        this.source = source;
        this.splice = splice;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        long left = splice.offset() - before;
        if (left == 0 && !cut) {
            cutOut();
        }
        int count = source.read(buffer, offset, left > 0 ? (int) Math.min(left, length) : length);
        if (count < 0 && !cut) {
            throw new IOException(
                    "splice: the packet ends after " + before + " bytes (expected: more than " + splice.offset() + ")");
        }
        before += cut ? 0 : count;
        return count;
    }

    private void cutOut() throws IOException {
        byte[] text = splice.bytes();
        if (!Arrays.equals(source.readNBytes(text.length), text)) {
            throw new IOException("splice: other bytes at " + splice.offset() + " (expected: " + splice.text() + ")");
        }
        cut = true;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}

package vn.lienthong.gateway.signature.asic;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** An entry unpacked: never more bytes than the directory says, nor fewer, nor others. */
final class EntryStream extends InputStream {
    private static final int BUFFER_BYTES = 1 << 14;

    private final InputStream in;
    private final ZipEntryHead entry;
    private final Inflater inflater;
    private final CRC32 crc = new CRC32();
    private long count;
    private boolean checked;

    private EntryStream(InputStream in, Inflater inflater, ZipEntryHead entry) {
        this.in = in;
        this.entry = entry;
        this.inflater = inflater;
    }

    static EntryStream open(ZipSource source, ZipEntryHead entry) {
        InputStream packed = source.open(entry.data(), entry.packed());
        Inflater inflater = new Inflater(true);
        InputStream in = entry.method() == ZipEntryHead.STORED
                ? packed
                : new InflaterInputStream(packed, inflater, BUFFER_BYTES);
        return new EntryStream(in, inflater, entry);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read;
        try {
            read = in.read(into, from, length);
        } catch (ZipException | EOFException malformed) {
            throw wrong();
        }
        if (read < 0) {
            check();
            return read;
        }
        crc.update(into, from, read);
        count += read;
        if (count > entry.size()) {
            throw wrong();
        }
        return read;
    }

    private void check() throws ZipFault {
        boolean packedWhole = entry.method() == ZipEntryHead.STORED || inflater.getBytesRead() == entry.packed();
        if (!checked && (count != entry.size() || crc.getValue() != entry.crc() || !packedWhole)) {
            throw wrong();
        }
        checked = true;
    }

    private ZipFault wrong() {
        return new ZipFault("entry " + entry.name() + ": unpacks to something else (expected: " + entry.size()
                + " bytes with the checksum of the directory)");
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}

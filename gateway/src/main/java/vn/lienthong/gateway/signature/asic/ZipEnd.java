package vn.lienthong.gateway.signature.asic;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The end record of an archive (APPNOTE 4.3.16): the only one, with nothing behind it but its own comment.
 *
 * @param directory where the central directory begins; it ends where this record begins
 */
record ZipEnd(int entries, long directory, long directoryBytes) {
    private static final int MARK = 0x06054b50;
    private static final int BYTES = 22;
    private static final int COMMENT_AT_MOST = 0xffff;

    static ZipEnd find(ZipSource source) throws IOException {
        int tail = (int) Math.min(source.length(), BYTES + COMMENT_AT_MOST);
        ByteBuffer bytes = ReadZip.little(source.read(source.length() - tail, tail));
        int found = -1;
        for (int at = tail - BYTES; at >= 0; at--) {
            if (bytes.getInt(at) == MARK) {
                if (found >= 0) {
                    throw new ZipFault("archive: two end records (expected: one)");
                }
                found = at;
            }
        }
        if (found < 0 || found + BYTES + ReadZip.u16(bytes, found + 20) != tail) {
            throw new ZipFault("archive: does not end with its end record (expected: APPNOTE 4.3.16)");
        }
        return read(bytes, found, source.length() - tail + found);
    }

    private static ZipEnd read(ByteBuffer bytes, int at, long position) throws ZipFault {
        int entries = ReadZip.u16(bytes, at + 10);
        long length = ReadZip.u32(bytes, at + 12);
        long directory = ReadZip.u32(bytes, at + 16);
        if (bytes.getInt(at + 4) != 0 || ReadZip.u16(bytes, at + 8) != entries) {
            throw new ZipFault("archive: on several disks (expected: one)");
        }
        if (directory + length != position) {
            throw new ZipFault("directory: ends at " + (directory + length) + " (expected: at " + position
                    + ", where the end record begins; no ZIP64)");
        }
        return new ZipEnd(entries, directory, length);
    }
}

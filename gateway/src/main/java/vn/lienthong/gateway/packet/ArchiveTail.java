package vn.lienthong.gateway.packet;

import static vn.lienthong.gateway.packet.ArchiveUnwrapper.bad;
import static vn.lienthong.gateway.packet.ArchiveUnwrapper.grown;
import static vn.lienthong.gateway.packet.ArchiveUnwrapper.u16;
import static vn.lienthong.gateway.packet.ArchiveUnwrapper.u32;

/** What follows the one entry of a wrapping ZIP: descriptor, directory, end record (APPNOTE 4.3.9 to 4.3.16). */
final class ArchiveTail {

    private static final int MAX_BYTES = 16 * 1024;
    private static final long LOCAL = 0x04034b50L;
    private static final long CENTRAL = 0x02014b50L;
    private static final long END = 0x06054b50L;
    private static final long END_64 = 0x06064b50L;
    private static final long UNSAID = 0xFFFFFFFFL;
    private static final int CENTRAL_BYTES = 46;
    private static final int END_BYTES = 22;
    private static final int LOCATOR_64_BYTES = 20;
    /** Without and with signature, with lengths of 4 and of 8 bytes. */
    private static final int[] DESCRIPTOR_BYTES = {16, 12, 24, 20};

    private byte[] bytes = new byte[256];
    private int length;

    void accept(byte[] buffer, int offset, int count) throws AttachmentFault {
        if (length + count > MAX_BYTES) {
            throw bad("more than " + MAX_BYTES + " bytes after its first entry", "one entry");
        }
        bytes = grown(bytes, length + count);
        System.arraycopy(buffer, offset, bytes, length, count);
        length += count;
    }

    /** Checks that the directory names this entry alone, as it was found, and that nothing follows. */
    void check(ArchiveHead head, long crc, long packedBytes, long fileBytes) throws AttachmentFault {
        int central = directoryStart(head);
        if (!is(LOCAL, central) && !is(CENTRAL, central)) {
            throw bad("no directory after its entry", "a directory");
        }
        if (is(LOCAL, central)) {
            throw bad("several entries", "one");
        }
        if (central + CENTRAL_BYTES > length) {
            throw bad("ends within its directory", "a whole archive");
        }
        int nameLength = u16(bytes, central + 28);
        int next = central + CENTRAL_BYTES + nameLength + u16(bytes, central + 30) + u16(bytes, central + 32);
        if (next > length) {
            throw bad("ends within its directory", "a whole archive");
        }
        checkEntry(head, central, nameLength, crc, packedBytes, fileBytes);
        checkEnd(next);
    }

    private int directoryStart(ArchiveHead head) {
        if (!head.hasDescriptor()) {
            return 0;
        }
        for (int size : DESCRIPTOR_BYTES) {
            if (is(CENTRAL, size) || is(LOCAL, size)) {
                return size;
            }
        }
        return length;
    }

    private void checkEntry(ArchiveHead head, int central, int nameLength, long crc, long packedBytes, long fileBytes)
            throws AttachmentFault {
        if (!head.hasName(bytes, central + CENTRAL_BYTES, nameLength) || u16(bytes, central + 10) != head.method()) {
            throw bad("its directory names another entry", "the entry it holds");
        }
        if (u32(bytes, central + 16) != crc) {
            throw bad("checksum of its entry differs", "equal CRC-32");
        }
        if (differs(u32(bytes, central + 20), packedBytes) || differs(u32(bytes, central + 24), fileBytes)) {
            throw bad("length of its entry differs", "as its directory says");
        }
        if (u32(bytes, central + 42) != 0) {
            throw bad("entry at " + u32(bytes, central + 42), "at 0");
        }
    }

    private static boolean differs(long said, long found) {
        return said != UNSAID && said != found;
    }

    private void checkEnd(int from) throws AttachmentFault {
        int at = from;
        if (is(END_64, at) && at + 12 <= length) {
            at = (int) Math.min(length, at + 12 + u32(bytes, at + 4) + LOCATOR_64_BYTES);
        }
        if (is(CENTRAL, at)) {
            throw bad("several entries", "one");
        }
        if (!is(END, at) || at + END_BYTES > length) {
            throw bad("no end record", "one after its directory");
        }
        if (u16(bytes, at + 10) != 1) {
            throw bad(u16(bytes, at + 10) + " entries", "one");
        }
        if (at + END_BYTES + u16(bytes, at + 20) != length) {
            throw bad("bytes after its end", "none");
        }
    }

    private boolean is(long signature, int at) {
        return at + 4 <= length && u32(bytes, at) == signature;
    }
}

package vn.lienthong.gateway.signature.asic;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads an archive's directory strictly (APPNOTE 6.3): every byte of the file belongs to exactly one entry, to the directory, or to
 * its end record; local headers say what the directory says. What passes is read alike by every reader, front to back or back to
 * front.
 */
final class ReadZip {
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int LOCAL_BYTES = 30;
    private static final int CENTRAL_BYTES = 46;
    private static final int EXTRA_AT_MOST = 4096;
    private static final int DESCRIPTOR_FLAG = 1 << 3;
    private static final int UTF8_FLAG = 1 << 11;
    /** All that may be set: compression hints, a descriptor behind, UTF-8. Not encryption, patches, hidden headers. */
    private static final int KNOWN_FLAGS = 0b110 | DESCRIPTOR_FLAG | UTF8_FLAG;
    /** ZIP64, another name for the same entry, encryption: each lets two readers differ. */
    private static final Set<Integer> REFUSED_EXTRAS = Set.of(0x0001, 0x7075, 0x6375, 0x9901, 0x0017);

    private static final int SYMBOLIC_LINK = 0xa000;

    private final ZipSource source;
    private final AsicLimits limits;
    private final Set<String> names = new HashSet<>();
    private long inflated;

    private ReadZip(ZipSource source, AsicLimits limits) {
        this.source = source;
        this.limits = limits;
    }

    /** The entries by their place in the file. */
    static List<ZipEntryHead> in(ZipSource source, AsicLimits limits) throws IOException {
        return new ReadZip(source, limits).entries();
    }

    private List<ZipEntryHead> entries() throws IOException {
        ZipEnd end = ZipEnd.find(source);
        if (end.entries() > limits.maximumEntries()) {
            throw ZipFault.limit("entries: " + end.entries() + " (expected: 1 to " + limits.maximumEntries() + ")");
        }
        if (end.entries() < 1) {
            throw new ZipFault("entries: " + end.entries() + " (expected: 1 to " + limits.maximumEntries() + ")");
        }
        long most = (long) end.entries() * (CENTRAL_BYTES + ZipName.BYTES_AT_MOST + 2L * EXTRA_AT_MOST);
        if (end.directoryBytes() > most) {
            throw new ZipFault("directory: " + end.directoryBytes() + " bytes (expected: at most " + most + ")");
        }
        ByteBuffer directory = little(source.read(end.directory(), (int) end.directoryBytes()));
        List<ZipEntryHead> entries = new ArrayList<>();
        for (int i = 0; i < end.entries(); i++) {
            entries.add(entry(directory));
        }
        if (directory.hasRemaining()) {
            throw new ZipFault("directory: " + directory.remaining() + " bytes more (expected: none)");
        }
        entries.sort(Comparator.comparingLong(ZipEntryHead::header));
        long at = 0;
        for (ZipEntryHead entry : entries) {
            at = next(at, entry.header(), entry.end());
        }
        next(at, end.directory(), end.directory());
        return entries;
    }

    private static long next(long at, long begins, long ends) throws ZipFault {
        if (begins != at) {
            throw new ZipFault("archive at " + at + ": " + (begins > at ? "bytes of no entry" : "entries overlap")
                    + " (expected: one entry after the other)");
        }
        return ends;
    }

    private ZipEntryHead entry(ByteBuffer directory) throws IOException {
        int at = directory.position();
        if (directory.remaining() < CENTRAL_BYTES || directory.getInt(at) != CENTRAL) {
            throw new ZipFault("directory at " + at + ": no entry (expected: one, APPNOTE 4.3.12)");
        }
        int flags = u16(directory, at + 8);
        int nameBytes = u16(directory, at + 28);
        int extraBytes = u16(directory, at + 30);
        int commentBytes = u16(directory, at + 32);
        int whole = CENTRAL_BYTES + nameBytes + extraBytes + commentBytes;
        if (nameBytes > ZipName.BYTES_AT_MOST || whole > directory.remaining()) {
            throw new ZipFault("directory at " + at + ": name or extra too long (expected: within it)");
        }
        byte[] name = new byte[nameBytes];
        directory.get(at + CENTRAL_BYTES, name);
        extras(directory, at + CENTRAL_BYTES + nameBytes, extraBytes);
        checkDirectory(directory, at, flags);
        ZipEntryHead told = new ZipEntryHead(
                unique(ZipName.read(name, (flags & UTF8_FLAG) != 0)),
                u16(directory, at + 10),
                u32(directory, at + 16),
                u32(directory, at + 20),
                u32(directory, at + 24),
                u32(directory, at + 42),
                0,
                0);
        checkSizes(told);
        directory.position(at + whole);
        return placed(told, flags, name);
    }

    private static void checkDirectory(ByteBuffer directory, int at, int flags) throws ZipFault {
        if ((flags & ~KNOWN_FLAGS) != 0) {
            throw new ZipFault("entry flags: " + Integer.toHexString(flags) + " (expected: not encrypted, no patches)");
        }
        boolean unix = directory.get(at + 5) == 3;
        if (u16(directory, at + 34) != 0 || (unix && (u16(directory, at + 40) & 0xf000) == SYMBOLIC_LINK)) {
            throw new ZipFault("entry: on another disk, or a link (expected: a file)");
        }
    }

    private String unique(String name) throws ZipFault {
        if (!names.add(ZipName.folded(name))) {
            throw new ZipFault("entry " + name + ": twice (expected: once, whatever the case)");
        }
        return name;
    }

    private void checkSizes(ZipEntryHead entry) throws ZipFault {
        boolean stored = entry.method() == ZipEntryHead.STORED;
        if (!stored && entry.method() != ZipEntryHead.DEFLATED) {
            throw new ZipFault("entry " + entry.name() + ": method " + entry.method() + " (expected: 0 or 8)");
        }
        if (stored ? entry.size() != entry.packed() : entry.size() > entry.packed() * limits.maximumRatio()) {
            String text = "entry " + entry.name() + ": " + entry.size() + " bytes from " + entry.packed()
                    + " (expected: at most " + limits.maximumRatio() + " times)";
            throw stored ? new ZipFault(text) : ZipFault.limit(text);
        }
        inflated += entry.size();
        if (inflated > limits.maximumInflatedBytes() || (entry.directory() && entry.size() > 0)) {
            throw ZipFault.limit("entries: " + inflated + " bytes unpacked (expected: at most "
                    + limits.maximumInflatedBytes() + ")");
        }
    }

    /** The entry with its place, if its local header says the same. */
    private ZipEntryHead placed(ZipEntryHead told, int flags, byte[] name) throws IOException {
        ByteBuffer local = little(source.read(told.header(), LOCAL_BYTES));
        int nameBytes = u16(local, 26);
        int extraBytes = u16(local, 28);
        boolean later = (flags & DESCRIPTOR_FLAG) != 0;
        boolean same = local.getInt(0) == LOCAL
                && u16(local, 6) == flags
                && u16(local, 8) == told.method()
                && (sizes(local, 14, told) || (later && u32(local, 14) + u32(local, 18) + u32(local, 22) == 0))
                && nameBytes == name.length
                && Arrays.equals(source.read(told.header() + LOCAL_BYTES, nameBytes), name);
        if (!same) {
            throw new ZipFault("entry " + told.name() + ": its own header differs (expected: as in the directory)");
        }
        ByteBuffer extra = little(source.read(told.header() + LOCAL_BYTES + nameBytes, extraBytes));
        extras(extra, 0, extraBytes);
        long data = told.header() + LOCAL_BYTES + nameBytes + extraBytes;
        long end = data + told.packed() + (later ? descriptor(data + told.packed(), told) : 0);
        return new ZipEntryHead(
                told.name(), told.method(), told.crc(), told.packed(), told.size(), told.header(), data, end);
    }

    /** The length of what stands behind the data: checksum and sizes again, with or without a mark. */
    private int descriptor(long at, ZipEntryHead told) throws IOException {
        ByteBuffer bytes = little(source.read(at, 16));
        if (bytes.getInt(0) == DESCRIPTOR && sizes(bytes, 4, told)) {
            return 16;
        }
        if (!sizes(bytes, 0, told)) {
            throw new ZipFault("entry " + told.name() + ": its descriptor differs (expected: as in the directory)");
        }
        return 12;
    }

    private static boolean sizes(ByteBuffer bytes, int at, ZipEntryHead told) {
        return u32(bytes, at) == told.crc() && u32(bytes, at + 4) == told.packed() && u32(bytes, at + 8) == told.size();
    }

    private static void extras(ByteBuffer bytes, int from, int length) throws ZipFault {
        if (length > EXTRA_AT_MOST) {
            throw new ZipFault("extra field: " + length + " bytes (expected: at most " + EXTRA_AT_MOST + ")");
        }
        for (int at = from; at + 4 <= from + length; at += 4 + u16(bytes, at + 2)) {
            if (REFUSED_EXTRAS.contains(u16(bytes, at))) {
                throw new ZipFault("extra field: " + Integer.toHexString(u16(bytes, at))
                        + " (expected: no ZIP64, no second name, no encryption)");
            }
        }
    }

    static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static int u16(ByteBuffer bytes, int at) {
        return bytes.getShort(at) & 0xffff;
    }

    static long u32(ByteBuffer bytes, int at) {
        return bytes.getInt(at) & 0xffffffffL;
    }
}

package vn.lienthong.gateway.packet;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.finding.ErrorCode;

/**
 * Takes the wrapping ZIP off a file, or lets a file without one pass. The label is not asked: the bytes are. A wrapping holds
 * exactly one entry, without a path, deflated or stored; everything about it is checked, so that no second reader unpacks
 * something else.
 */
final class ArchiveUnwrapper implements ByteSink {

    private static final int BUFFER_BYTES = 32 * 1024;

    private final FileContent file;
    private final PacketLimits limits;
    private final ArchiveHead head = new ArchiveHead();
    private final ArchiveTail tail = new ArchiveTail();
    private final CRC32 crc = new CRC32();
    private State state = State.SNIFFING;
    private @Nullable Inflater inflater;
    private byte[] inflated = new byte[0];
    private long packedBytes;
    private long fileBytes;

    private enum State {
        SNIFFING,
        BARE,
        DEFLATED,
        STORED,
        TAIL
    }

    ArchiveUnwrapper(FileContent file, PacketLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException, AttachmentFault {
        int from = offset;
        int end = offset + length;
        while (from < end) {
            from = switch (state) {
                case SNIFFING -> sniff(buffer, from, end);
                case BARE -> {
                    file.write(buffer, from, end - from);
                    yield end;
                }
                case DEFLATED -> inflate(buffer, from, end);
                case STORED -> copy(buffer, from, end);
                case TAIL -> {
                    tail.accept(buffer, from, end - from);
                    yield end;
                }
            };
        }
    }

    private int sniff(byte[] buffer, int from, int end) throws IOException, AttachmentFault {
        int next = head.accept(buffer, from, end);
        switch (head.verdict()) {
            case UNDECIDED -> {}
            case NO_ARCHIVE -> {
                state = State.BARE;
                file.write(head.bytes(), 0, head.length());
            }
            case WRAPPING -> {
                head.checkEntry();
                file.comesFromArchive();
                state = head.isDeflated() ? State.DEFLATED : State.STORED;
                if (!head.isDeflated() && head.packedBytes() == 0) {
                    state = State.TAIL;
                }
            }
        }
        return next;
    }

    private int inflate(byte[] buffer, int from, int end) throws IOException, AttachmentFault {
        Inflater running = inflater;
        if (running == null) {
            running = new Inflater(true);
            inflater = running;
            inflated = new byte[BUFFER_BYTES];
        }
        running.setInput(buffer, from, end - from);
        try {
            while (!running.finished()) {
                int count = running.inflate(inflated);
                if (count > 0) {
                    keep(inflated, 0, count, running.getBytesRead());
                } else if (running.needsInput()) {
                    packedBytes = running.getBytesRead();
                    return end;
                } else if (!running.finished()) {
                    throw bad("a preset dictionary", "none");
                }
            }
        } catch (DataFormatException e) {
            throw bad("deflated data: " + e.getMessage(), "valid");
        }
        packedBytes = running.getBytesRead();
        state = State.TAIL;
        return end - running.getRemaining();
    }

    private int copy(byte[] buffer, int from, int end) throws IOException, AttachmentFault {
        int count = (int) Math.min(end - from, head.packedBytes() - packedBytes);
        packedBytes += count;
        keep(buffer, from, count, packedBytes);
        if (packedBytes == head.packedBytes()) {
            state = State.TAIL;
        }
        return from + count;
    }

    private void keep(byte[] buffer, int offset, int count, long packedSoFar) throws IOException, AttachmentFault {
        fileBytes += count;
        if (fileBytes > limits.inflationFloorBytes()
                && fileBytes / limits.maxInflationRatio() > Math.max(packedSoFar, 1)) {
            throw new AttachmentFault(
                    ErrorCode.ATTACHMENT_BOMB,
                    "archive: inflates to more than " + limits.maxInflationRatio()
                            + " times its size (expected: less, setting lienthong.packet.maxInflationRatio)");
        }
        crc.update(buffer, offset, count);
        file.write(buffer, offset, count);
    }

    /** Ends the transfer: the wrapping must be whole, and say of its entry what was found in it. */
    void finish() throws IOException, AttachmentFault {
        switch (state) {
            case BARE -> {}
            case SNIFFING -> {
                if (head.isArchive()) {
                    throw bad("ends within the header of its entry", "a whole archive");
                }
                file.write(head.bytes(), 0, head.length());
            }
            case DEFLATED, STORED -> throw bad("ends within its entry", "a whole archive");
            case TAIL -> tail.check(head, crc.getValue(), packedBytes, fileBytes);
        }
    }

    /** Gives back what the inflater holds outside the heap. */
    void release() {
        Inflater running = inflater;
        if (running != null) {
            inflater = null;
            inflated = new byte[0];
            running.end();
        }
    }

    static AttachmentFault bad(String what, String expected) {
        return new AttachmentFault(
                ErrorCode.ATTACHMENT_BAD_ARCHIVE, "archive: " + what + " (expected: " + expected + ")");
    }

    /** Grows an array that collects a bounded header or tail. */
    static byte[] grown(byte[] bytes, int needed) {
        return needed <= bytes.length ? bytes : Arrays.copyOf(bytes, Math.max(needed, 2 * bytes.length));
    }

    static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
    }

    static long u32(byte[] bytes, int at) {
        return u16(bytes, at) | (long) u16(bytes, at + 2) << 16;
    }
}

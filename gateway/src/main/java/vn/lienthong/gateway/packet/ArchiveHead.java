package vn.lienthong.gateway.packet;

import static vn.lienthong.gateway.packet.ArchiveUnwrapper.bad;
import static vn.lienthong.gateway.packet.ArchiveUnwrapper.grown;
import static vn.lienthong.gateway.packet.ArchiveUnwrapper.u16;
import static vn.lienthong.gateway.packet.ArchiveUnwrapper.u32;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import vn.lienthong.gateway.finding.ErrorCode;

/** The first local header of what may be a ZIP (APPNOTE 4.3.7), collected until it can be told. */
final class ArchiveHead {

    private static final byte[] SIGNATURE = {'P', 'K', 3, 4};
    private static final int FIXED_BYTES = 30;
    private static final int MAX_NAME_BYTES = 1024;
    private static final int MAX_EXTRA_BYTES = 4096;
    private static final int ENCRYPTED = 1;
    private static final int SIZES_FOLLOW = 1 << 3;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private byte[] bytes = new byte[64];
    private int length;
    private Verdict verdict = Verdict.UNDECIDED;

    enum Verdict {
        UNDECIDED,
        /** A file: not a ZIP at all, or an office file. */
        NO_ARCHIVE,
        WRAPPING
    }

    /** Takes what it needs; returns where the rest begins. */
    int accept(byte[] buffer, int from, int end) throws AttachmentFault {
        int next = from;
        while (next < end && verdict == Verdict.UNDECIDED) {
            int taken = Math.min(end - next, wanted() - length);
            bytes = grown(bytes, length + taken);
            System.arraycopy(buffer, next, bytes, length, taken);
            length += taken;
            next += taken;
            decide();
        }
        return next;
    }

    private int wanted() {
        if (length < SIGNATURE.length) {
            return SIGNATURE.length;
        }
        return length < FIXED_BYTES ? FIXED_BYTES : FIXED_BYTES + nameLength() + u16(bytes, 28);
    }

    private void decide() throws AttachmentFault {
        int known = Math.min(length, SIGNATURE.length);
        if (!Arrays.equals(bytes, 0, known, SIGNATURE, 0, known)) {
            verdict = Verdict.NO_ARCHIVE;
            return;
        }
        if (length == FIXED_BYTES && nameLength() > MAX_NAME_BYTES) {
            throw bad("entry name of " + nameLength() + " bytes", "at most " + MAX_NAME_BYTES);
        }
        if (length == FIXED_BYTES && u16(bytes, 28) > MAX_EXTRA_BYTES) {
            throw bad("extra field of " + u16(bytes, 28) + " bytes", "at most " + MAX_EXTRA_BYTES);
        }
        if (length >= FIXED_BYTES && length == wanted()) {
            verdict = ContentSniffer.containerKind(name()) == ContentKind.ZIP ? Verdict.WRAPPING : Verdict.NO_ARCHIVE;
        }
    }

    Verdict verdict() {
        return verdict;
    }

    /** Whether it begins as a ZIP does, as far as it goes. */
    boolean isArchive() {
        return verdict != Verdict.NO_ARCHIVE && length >= SIGNATURE.length;
    }

    /** Refuses an entry that a wrapping does not have: paths, encryption, other methods, unknown lengths. */
    void checkEntry() throws AttachmentFault {
        String name = name();
        if (isUnsafe(name)) {
            throw new AttachmentFault(
                    ErrorCode.ATTACHMENT_NAME_UNSAFE,
                    "archive entry: " + SafeFileName.of(name) + " after a path (expected: a file name alone)");
        }
        if ((flags() & ENCRYPTED) != 0) {
            throw bad("encrypted entry", "not encrypted");
        }
        if (method() != STORED && method() != DEFLATED) {
            throw bad("method " + method(), "0 stored or 8 deflated");
        }
        if (method() == STORED && hasDescriptor()) {
            throw bad("stored entry of unknown length", "its length in its header");
        }
    }

    private static boolean isUnsafe(String name) {
        if (name.isEmpty() || name.contains("..") || name.indexOf(':') >= 0) {
            return true;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '/' || c == '\\' || Character.isISOControl(c)) {
                return true;
            }
        }
        return false;
    }

    private int nameLength() {
        return u16(bytes, 26);
    }

    private String name() {
        ByteBuffer raw = ByteBuffer.wrap(bytes, FIXED_BYTES, nameLength());
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(raw).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, FIXED_BYTES, nameLength(), StandardCharsets.ISO_8859_1);
        }
    }

    boolean hasName(byte[] other, int offset, int otherLength) {
        return Arrays.equals(bytes, FIXED_BYTES, FIXED_BYTES + nameLength(), other, offset, offset + otherLength);
    }

    private int flags() {
        return u16(bytes, 6);
    }

    boolean hasDescriptor() {
        return (flags() & SIZES_FOLLOW) != 0;
    }

    int method() {
        return u16(bytes, 8);
    }

    boolean isDeflated() {
        return method() == DEFLATED;
    }

    /** Packed length in the header: binding for a stored entry only. */
    long packedBytes() {
        return u32(bytes, 18);
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }
}

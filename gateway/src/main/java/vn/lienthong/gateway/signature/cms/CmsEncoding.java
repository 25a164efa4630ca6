package vn.lienthong.gateway.signature.cms;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import vn.lienthong.gateway.signature.SignedFile;

/** How a file holds CMS: as it is, or in textual armour (RFC 7468 §8 and §9); told by its first bytes, never by its name. */
enum CmsEncoding {
    SIGNED,
    /** Another type of CMS, encrypted for somebody. */
    ENCRYPTED,
    ARMOUR,
    OTHER;

    private static final int GLANCE_BYTES = 64;
    private static final String BEGIN = "-----BEGIN ";
    private static final String DASHES = "-----";
    private static final Set<String> LABELS = Set.of("CMS", "PKCS7", "PKCS #7 SIGNED DATA");
    private static final byte[] SIGNED_DATA = {6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0xd, 1, 7};
    /** EnvelopedData and EncryptedData; AuthEnvelopedData has another arc and is no CMS of ours. */
    private static final String ENCRYPTING = "\u0003\u0004\u0006";

    static CmsEncoding of(SignedFile file) throws IOException {
        try (InputStream in = file.open()) {
            return of(in.readNBytes(GLANCE_BYTES));
        }
    }

    private static CmsEncoding of(byte[] first) {
        String text = new String(first, StandardCharsets.ISO_8859_1).stripLeading();
        if (text.startsWith(BEGIN)) {
            return LABELS.stream().anyMatch(label -> text.startsWith(BEGIN + label + DASHES)) ? ARMOUR : OTHER;
        }
        if (first.length < 2 || first[0] != Der.SEQUENCE) {
            return OTHER;
        }
        int at = 2 + ((first[1] & 0x80) == 0 ? 0 : first[1] & 0x7f);
        int end = at + SIGNED_DATA.length;
        if (end >= first.length || !Arrays.equals(first, at, end, SIGNED_DATA, 0, SIGNED_DATA.length)) {
            return OTHER;
        }
        return first[end] == 2 ? SIGNED : ENCRYPTING.indexOf(first[end]) >= 0 ? ENCRYPTED : OTHER;
    }

    /**
     * What is inside one armour, with nothing but white space around it.
     *
     * @throws CmsException when there is more, or it is not strict Base64
     */
    static byte[] withoutArmour(byte[] file) throws CmsException {
        String text = new String(file, StandardCharsets.ISO_8859_1).strip();
        int labelEnd = text.indexOf(DASHES, BEGIN.length());
        String label = text.substring(BEGIN.length(), Math.max(labelEnd, BEGIN.length()));
        String end = "-----END " + label + DASHES;
        if (labelEnd < 0 || text.indexOf(end) != text.length() - end.length()) {
            throw new CmsException("PEM: text around or after it (expected: one block, RFC 7468 §8)");
        }
        String body = text.substring(labelEnd + DASHES.length(), text.length() - end.length());
        try {
            return Base64.getDecoder().decode(body.replaceAll("[\r\n \t]", ""));
        } catch (IllegalArgumentException stray) {
            throw new CmsException("PEM: characters that are none of Base64 (expected: RFC 7468 §3)");
        }
    }
}

package vn.lienthong.gateway.signature.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.xml.XmlHead;

/**
 * What a file is, by its first bytes: a name says nothing. What begins the file decides before what is merely near its
 * beginning, since an archive or a CMS may hold a PDF as it is.
 */
public enum FileKind {
    /** ISO 32000-1 §7.5.2; readers find its header within the first 1,024 bytes (Annex H, note 13). */
    PDF,
    /** An edXML packet: XML whose root is {@code edXML}. */
    PACKET,
    /** Any other XML. */
    XML,
    /** CMS SignedData (RFC 5652 §5), as DER, BER, or PEM (RFC 7468). */
    CMS,
    /** A ZIP, such as an ASiC container (EN 319 162-1). */
    ARCHIVE,
    /** None of them: carries no signature that is known here. */
    OTHER;

    private static final int HEAD_BYTES = 4096;
    private static final int PDF_HEADER_WITHIN = 1024;
    private static final String ZIP = "PK\u0003\u0004";
    private static final char SEQUENCE = 0x30;
    private static final int OID_WITHIN = 16;

    /** 1.2.840.113549.1.7.2, signedData. */
    private static final String SIGNED_DATA = "\u0006\t*\u0086H\u0086\u00f7\r\u0001\u0007\u0002";

    private static final Pattern PEM = Pattern.compile("-----BEGIN (?:CMS|PKCS7|PKCS #7 SIGNED DATA)-----");
    private static final Pattern BEFORE_ROOT = Pattern.compile("(?s)\\A(?:\\s++|<\\?.*?\\?>|<!--.*?-->)*+");
    private static final Pattern PACKET_ROOT = Pattern.compile("\\A<(?:[A-Za-z_][\\w.-]*:)?edXML[\\s/>]");

    /**
     * Looks at the head of a file, no further; of XML it begins behind any white space.
     *
     * @throws IOException when it cannot be read
     */
    public static FileKind of(SignedFile file) throws IOException {
        try (InputStream in = file.open()) {
            byte[] first = in.readNBytes(HEAD_BYTES);
            String head = new String(first, StandardCharsets.ISO_8859_1);
            if (head.startsWith(ZIP)) {
                return ARCHIVE;
            }
            if (isCms(head)) {
                return CMS;
            }
            String xml = XmlHead.in(new SequenceInputStream(new ByteArrayInputStream(first), in));
            return xml.isEmpty() ? other(head) : xml(xml);
        }
    }

    private static FileKind other(String head) {
        int pdf = head.indexOf("%PDF-");
        return pdf >= 0 && pdf <= PDF_HEADER_WITHIN ? PDF : OTHER;
    }

    private static boolean isCms(String head) {
        int oid = head.indexOf(SIGNED_DATA);
        return (!head.isEmpty() && head.charAt(0) == SEQUENCE && oid > 0 && oid <= OID_WITHIN)
                || PEM.matcher(head.stripLeading()).lookingAt();
    }

    /** A PDF's header in it makes no PDF of it: what begins the file decides. */
    private static FileKind xml(String head) {
        if (head.indexOf('\u0000') >= 0) {
            return XML;
        }
        return PACKET_ROOT.matcher(BEFORE_ROOT.matcher(head).replaceFirst("")).lookingAt() ? PACKET : XML;
    }
}

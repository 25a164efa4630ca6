package vn.lienthong.gateway.signature.pdf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import vn.lienthong.gateway.signature.cms.CmsAddition;
import vn.lienthong.gateway.signature.cms.CmsException;
import vn.lienthong.gateway.signature.cms.CmsSignature;
import vn.lienthong.gateway.signature.cms.NamedSigner;
import vn.lienthong.gateway.signature.key.SigningException;

/**
 * The newest signature of a PDF file, and room for its timestamp (EN 319 142-1 §5.3, level B-T): the token is laid beside the
 * signature in its own {@code /Contents}, the only bytes that it does not cover, so the file keeps its length and every signed
 * byte. In two steps, since an authority may take minutes.
 */
public final class LastSignature {
    private final byte[] pdf;
    private final List<SignedRange> ranges;
    private final SignedRange range;

    private LastSignature(byte[] pdf, List<SignedRange> ranges, SignedRange range) {
        this.pdf = pdf;
        this.ranges = ranges;
        this.range = range;
    }

    /**
     * Finds it.
     *
     * @throws SigningException when the file cannot be read strictly, or nobody signed it
     */
    public static LastSignature of(byte[] pdf, PdfLimits limits) throws SigningException {
        List<SignedRange> ranges = SignatureRanges.of(pdf, limits);
        SignedRange last = ranges.reversed().stream()
                .filter(range -> !range.timestamp())
                .findFirst()
                .orElseThrow(() -> new SigningException("PDF: not signed (expected: signed)", null));
        return new LastSignature(pdf, ranges, last);
    }

    /** What a timestamp is over (EN 319 122-1 §5.3): the signature value. */
    public byte[] value() throws SigningException {
        try {
            return CmsAddition.signatureValue(cms());
        } catch (CmsException fault) {
            throw new SigningException("signature " + range.field().name() + ": " + fault.getMessage(), fault);
        }
    }

    /** Whether it has a timestamp already, whatever that is worth. */
    public boolean stamped() {
        return NamedSigner.timestamp(range.cms()).isPresent();
    }

    /** Whether something later covers its {@code /Contents}: then not a byte may be laid into it any more. */
    public boolean covered() {
        return ranges.getLast().end() != range.end();
    }

    /**
     * The file with the token beside the signature.
     *
     * @param token an RFC 3161 TimeStampToken, DER
     * @throws SigningException when it needs more room than was reserved, or something later covers the signature
     */
    public byte[] with(byte[] token) throws SigningException {
        if (covered() || stamped()) {
            throw new SigningException(
                    "signature " + range.field().name() + ": covered by a later one, or stamped (expected: neither)",
                    null);
        }
        try {
            byte[] grown = CmsAddition.withTimestamp(cms(), token);
            return new Gap(pdf, range.gapStart(), range.gapEnd()).filled(grown);
        } catch (CmsException fault) {
            throw new SigningException("signature " + range.field().name() + ": " + fault.getMessage(), fault);
        }
    }

    /** The value without the zeros behind it. */
    private byte[] cms() throws CmsException {
        String digits =
                new String(pdf, range.gapStart() + 1, range.gapEnd() - range.gapStart() - 2, StandardCharsets.US_ASCII);
        byte[] padded = HexFormat.of().parseHex(digits);
        return Arrays.copyOf(padded, CmsSignature.read(padded).bytes());
    }
}

package vn.lienthong.gateway.signature.pdf;

import java.util.List;
import java.util.Set;
import vn.lienthong.gateway.signature.cms.Claim;
import vn.lienthong.gateway.signature.cms.CmsException;
import vn.lienthong.gateway.signature.cms.CmsSignature;
import vn.lienthong.gateway.signature.pdf.PdfValue.Array;
import vn.lienthong.gateway.signature.pdf.PdfValue.Dictionary;
import vn.lienthong.gateway.signature.pdf.PdfValue.Name;
import vn.lienthong.gateway.signature.pdf.PdfValue.Text;
import vn.lienthong.gateway.signature.pdf.PdfValue.Whole;

/**
 * The screen that a signature dictionary passes before any engine sees it (ISO 32000-1 §12.8.1, EN 319 142-1 §5.3): byte
 * ranges of exactly four numbers, the first 0, the gap exactly the {@code <hex>} of its own {@code /Contents}.
 */
final class ReadSignature {
    private static final String CADES = "ETSI.CAdES.detached";
    private static final Set<String> ACCEPTED = Set.of(CADES, "adbe.pkcs7.detached", SignedRange.TIMESTAMP);

    private final PdfFile file;

    ReadSignature(PdfFile file) {
        this.file = file;
    }

    /** The name of the encoding, for people; empty when there is none. */
    static String subFilter(Dictionary signature) {
        return signature.get("SubFilter") instanceof Name name ? name.text() : "";
    }

    SignedRange read(SignatureField field) throws PdfFault {
        Dictionary signature = field.value();
        String subFilter = subFilter(signature);
        if (signature.repeated()) {
            throw new PdfFault("signature dictionary: missing, or with a key twice (expected: one dictionary)");
        }
        if (!ACCEPTED.contains(subFilter)) {
            throw new PdfFault("/SubFilter: " + subFilter + " (expected: one of " + ACCEPTED + ")");
        }
        String type = subFilter.equals(SignedRange.TIMESTAMP) ? "DocTimeStamp" : "Sig";
        if (signature.has("Type") && !signature.names("Type", type)) {
            throw new PdfFault("/Type: " + signature.get("Type") + " (expected: " + type + ")");
        }
        if (!(signature.get("Contents") instanceof Text contents)
                || contents.source() != file.bytes()
                || !contents.hexadecimal()) {
            throw new PdfFault("/Contents: missing (expected: a hexadecimal string in the file itself)");
        }
        int[] range = range(signature);
        if (range[0] != 0 || range[1] != contents.from() || range[2] != contents.to()) {
            throw new PdfFault("/ByteRange: gap " + range[1] + " to " + range[2] + " (expected: that of /Contents, "
                    + contents.from() + " to " + contents.to() + ")");
        }
        long end = (long) range[2] + range[3];
        if (range[3] <= 0 || end > file.bytes().length()) {
            throw new PdfFault("/ByteRange: end " + end + " (expected: after the gap, within the file)");
        }
        return new SignedRange(
                field,
                subFilter,
                contents.from(),
                contents.to(),
                (int) end,
                cms(contents, subFilter.equals(SignedRange.TIMESTAMP)),
                claim(signature, subFilter.equals(CADES)),
                permission(signature));
    }

    private static int[] range(Dictionary signature) throws PdfFault {
        if (!(signature.get("ByteRange") instanceof Array array)
                || array.items().size() != 4) {
            throw new PdfFault("/ByteRange: missing (expected: four whole numbers)");
        }
        int[] range = new int[4];
        for (int i = 0; i < 4; i++) {
            if (!(array.items().get(i) instanceof Whole number)
                    || number.value() < 0
                    || number.value() > Integer.MAX_VALUE) {
                throw new PdfFault("/ByteRange: " + array.items().get(i) + " (expected: four whole numbers)");
            }
            range[i] = (int) number.value();
        }
        return range;
    }

    private static CmsSignature cms(Text contents, boolean timestamp) throws PdfFault {
        try {
            CmsSignature cms = CmsSignature.read(HexContents.read(contents));
            HexContents.checkPadding(contents, cms.bytes());
            if (!timestamp && cms.attached().isPresent()) {
                throw new PdfFault("/Contents: a signature with content inside (expected: detached)");
            }
            return cms;
        } catch (CmsException malformed) {
            throw new PdfFault("/Contents: " + malformed.getMessage());
        }
    }

    private static Claim claim(Dictionary signature, boolean certificateReference) {
        return PdfDates.claim(signature.get("M") instanceof Text date ? date.readable() : null, certificateReference);
    }

    private int permission(Dictionary signature) throws PdfFault {
        PdfView now = file.newest();
        List<PdfValue> references = now.array(signature, "Reference");
        for (PdfValue item : references) {
            if (now.resolve(item) instanceof Dictionary reference && reference.names("TransformMethod", "DocMDP")) {
                PdfValue permission =
                        now.resolve(now.dictionary(reference, "TransformParams").get("P"));
                return permission instanceof Whole number ? Math.clamp(number.value(), 1, 3) : 2;
            }
        }
        return 3;
    }
}

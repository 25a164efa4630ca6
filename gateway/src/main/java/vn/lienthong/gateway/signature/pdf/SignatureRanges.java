package vn.lienthong.gateway.signature.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.lienthong.gateway.signature.key.SigningException;

/** The signatures and timestamps of a file that our strict reader accepts, in the order of what they cover. */
final class SignatureRanges {
    private SignatureRanges() {}

    /** @throws SigningException when the file, or one of them, cannot be read: then nothing is added to it */
    static List<SignedRange> of(byte[] pdf, PdfLimits limits) throws SigningException {
        try {
            PdfFile file = PdfFile.open(PdfBytes.of(pdf), limits);
            ReadSignature reader = new ReadSignature(file);
            List<SignedRange> ranges = new ArrayList<>();
            List<SignatureField> fields = FindSignatures.in(file.newest());
            if (fields.size() > limits.maximumSignatures()) {
                throw new SigningException("signatures: " + fields.size() + " (expected: fewer)", null);
            }
            for (SignatureField field : fields) {
                ranges.add(reader.read(field));
            }
            ranges.sort(Comparator.comparingInt(SignedRange::end));
            return ranges;
        } catch (PdfFault fault) {
            throw new SigningException("PDF: " + fault.text(), fault);
        } catch (RuntimeException ours) {
            // A stranger's bytes found a fault of ours: nothing is added, and nothing stops.
            throw new SigningException("PDF: " + ours + " (expected: a file that can be read)", ours);
        }
    }
}

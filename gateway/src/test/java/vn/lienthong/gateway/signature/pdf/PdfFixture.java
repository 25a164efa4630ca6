package vn.lienthong.gateway.signature.pdf;

import java.time.Instant;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.gateway.signature.sample.MakeOfficialLetter;
import vn.lienthong.gateway.signature.sample.OfficialLetter;

/** Honest files and a verifier that trusts who made them. */
final class PdfFixture {
    static final int ROOM_BYTES = 4096;

    private static final byte[] LETTER = new MakeOfficialLetter().make(letter());
    private static final byte[] PACKED = new MakeOfficialLetter().makePacked(letter());
    private static final VerifyPdf VERIFIER = verifier();

    private PdfFixture() {}

    private static OfficialLetter letter() {
        return OfficialLetter.of(DevTrust.AGENCY, "12/SNV-VP", "Thử chữ ký số", DevTrust.NOW);
    }

    static byte[] letterBytes() {
        return LETTER.clone();
    }

    static byte[] packedBytes() {
        return PACKED.clone();
    }

    static VerifyPdf verifier() {
        return new VerifyPdf(
                DevTrust.stores(DevTrust.pki()),
                DevTrust.lists(DevTrust.pki()),
                ValidationPolicy.standard(),
                PdfLimits.standard());
    }

    static SignatureReport verify(byte[] pdf) {
        return VERIFIER.verify("letter.pdf", PdfBytes.of(pdf), DevTrust.NOW);
    }

    static byte[] sign(byte[] pdf, SigningKey key) {
        return sign(pdf, key, DevTrust.NOW);
    }

    static byte[] sign(byte[] pdf, SigningKey key, Instant at) {
        try {
            return new SignPdf().sign(pdf, key, new SignatureDetails("Người ký", "Ban hành", at, ROOM_BYTES));
        } catch (SigningException fault) {
            throw new AssertionError(fault);
        }
    }

    static byte[] sealed() {
        return sign(letterBytes(), DevTrust.seal(Fate.GOOD));
    }

    /** The officer signs, the clerk seals, the receiver stamps: the usual life of a letter. */
    static byte[] signedThrice() {
        byte[] signed = sign(letterBytes(), DevTrust.official("Nguyễn Văn A"));
        byte[] sealed = sign(signed, DevTrust.seal(Fate.GOOD));
        return sign(sealed, DevTrust.official("Trần Thị B"));
    }
}

package vn.lienthong.gateway.signature.file;

import java.util.EnumMap;
import java.util.Map;
import vn.lienthong.gateway.signature.FileVerifier;
import vn.lienthong.gateway.signature.SignedForm;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.asic.VerifyAsic;
import vn.lienthong.gateway.signature.cms.VerifyCms;
import vn.lienthong.gateway.signature.path.Revocations;
import vn.lienthong.gateway.signature.path.TrustStores;
import vn.lienthong.gateway.signature.pdf.VerifyPdf;
import vn.lienthong.gateway.signature.xml.VerifyXml;

/** The table of forms: which verifier judges which kind of file. A further form is one line. */
public final class FileVerifiers {
    private FileVerifiers() {}

    /** All of them, with the same trust, by their standard limits. */
    public static VerifyFiles of(TrustStores stores, Revocations revocations, ValidationPolicy policy) {
        return of(stores, revocations, policy, VerificationLimits.standard());
    }

    /** All of them, with the same trust, by these limits. */
    public static VerifyFiles of(
            TrustStores stores, Revocations revocations, ValidationPolicy policy, VerificationLimits limits) {
        return with(new VerifyPdf(stores, revocations, policy, limits.pdf()), stores, revocations, policy, limits);
    }

    /** The same, around a verifier of PDFs that is there already: it remembers paths, and one memory is enough. */
    public static VerifyFiles with(
            VerifyPdf pdf,
            TrustStores stores,
            Revocations revocations,
            ValidationPolicy policy,
            VerificationLimits limits) {
        Map<FileKind, FileVerifier> table = new EnumMap<>(FileKind.class);
        table.put(FileKind.PDF, new PdfFiles(pdf));
        table.put(FileKind.CMS, new VerifyCms(stores, revocations, policy, limits.cms()));
        VerifyXml xml = new VerifyXml(stores, revocations, policy, limits.xml());
        table.put(FileKind.XML, xml);
        // One that lies beside a document is no packet on its way: its signatures are those of XML.
        table.put(FileKind.PACKET, xml);
        FileVerifier packed = new VerifyXml(stores, revocations, policy, limits.xml(), SignedForm.ASIC);
        table.put(FileKind.ARCHIVE, new VerifyAsic(stores, revocations, policy, limits.asic(), packed));
        return new VerifyFiles(table, limits.files());
    }
}

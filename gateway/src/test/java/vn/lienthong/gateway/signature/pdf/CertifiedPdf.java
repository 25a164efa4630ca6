package vn.lienthong.gateway.signature.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.GregorianCalendar;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.cms.CmsDraft;
import vn.lienthong.gateway.signature.key.SignatureAlgorithm;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;

/** A certification (ISO 32000-1 §12.8.2.2), as other software makes it: the gateway makes none. */
final class CertifiedPdf {
    private static final int ROOM_BYTES = 16 * 1024;

    private CertifiedPdf() {}

    /** @param permission 1 nothing, 2 forms and signatures, 3 annotations as well */
    static byte[] of(byte[] pdf, SigningKey key, int permission) {
        return signed(
                pdf,
                key,
                key.usualAlgorithm(),
                (document, signature) -> certify(document, signature, permission),
                false,
                UnaryOperator.identity());
    }

    /** A further signature, in a field as large as the page. */
    static byte[] signedOver(byte[] pdf, SigningKey key) {
        return signed(pdf, key, key.usualAlgorithm(), (document, signature) -> {}, true, UnaryOperator.identity());
    }

    /** A signature whose CMS is completed by something, such as a timestamp. */
    static byte[] completed(
            byte[] pdf, SigningKey key, SignatureAlgorithm algorithm, UnaryOperator<byte[]> completing) {
        return signed(pdf, key, algorithm, (document, signature) -> {}, false, completing);
    }

    private static byte[] signed(
            byte[] pdf,
            SigningKey key,
            SignatureAlgorithm algorithm,
            BiConsumer<PDDocument, PDSignature> preparing,
            boolean large,
            UnaryOperator<byte[]> completing) {
        try (PDDocument document = Loader.loadPDF(pdf);
                SignatureOptions options = new SignatureOptions()) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
            GregorianCalendar at = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
            at.setTimeInMillis(DevTrust.NOW.toEpochMilli());
            signature.setSignDate(at);
            preparing.accept(document, signature);
            options.setPreferredSignatureSize(ROOM_BYTES);
            document.addSignature(signature, options);
            if (large) {
                document.getSignatureFields()
                        .getLast()
                        .getWidgets()
                        .getFirst()
                        .setRectangle(new PDRectangle(0, 0, 600, 800));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.saveIncrementalForExternalSigning(out).setSignature(new byte[0]);
            Gap gap = new Gap(
                    out.toByteArray(), signature.getByteRange()[1], signature.getByteRange()[2]);
            CmsDraft draft = CmsDraft.of(gap.digest(), key.chain(), algorithm, Optional.empty());
            return gap.filled(completing.apply(draft.complete(key.sign(draft.toBeSigned(), algorithm))));
        } catch (IOException | SigningException fault) {
            throw new AssertionError(fault);
        }
    }

    private static void certify(PDDocument document, PDSignature signature, int permission) {
        COSDictionary parameters = new COSDictionary();
        parameters.setItem(COSName.TYPE, COSName.getPDFName("TransformParams"));
        parameters.setInt(COSName.P, permission);
        parameters.setItem(COSName.V, COSName.getPDFName("1.2"));
        COSDictionary reference = new COSDictionary();
        reference.setItem(COSName.TYPE, COSName.getPDFName("SigRef"));
        reference.setItem("TransformMethod", COSName.getPDFName("DocMDP"));
        reference.setItem("TransformParams", parameters);
        COSArray references = new COSArray();
        references.add(reference);
        signature.getCOSObject().setItem("Reference", references);
        COSDictionary permissions = new COSDictionary();
        permissions.setItem("DocMDP", signature.getCOSObject());
        COSDictionary catalogue = document.getDocumentCatalog().getCOSObject();
        catalogue.setItem("Perms", permissions);
        catalogue.setNeedToBeUpdated(true);
    }
}

package vn.lienthong.gateway.signature.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.signature.cms.CmsDraft;
import vn.lienthong.gateway.signature.key.SignatureAlgorithm;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;

/**
 * Signs PDF files by incremental update (EN 319 142-1 level B-B, {@code ETSI.CAdES.detached}): earlier signatures and every
 * earlier byte stay as they are. In two steps, so that the key may be anywhere.
 */
public final class SignPdf {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    /**
     * First step: the file with room for a signature that no page shows.
     *
     * @param chain the signer's certificate first, then the authorities above it
     * @throws SigningException when the file is no PDF that can be signed
     */
    public PreparedPdf prepare(
            byte[] pdf, List<X509Certificate> chain, SignatureAlgorithm algorithm, SignatureDetails details)
            throws SigningException {
        return prepare(pdf, chain, algorithm, details, null);
    }

    /** First step: the file with room for a signature, shown as an appearance says; not shown where there is none. */
    public PreparedPdf prepare(
            byte[] pdf,
            List<X509Certificate> chain,
            SignatureAlgorithm algorithm,
            SignatureDetails details,
            @Nullable Appearance appearance)
            throws SigningException {
        try (PDDocument document = Loader.loadPDF(pdf);
                SignatureOptions options = new SignatureOptions()) {
            // Derived from the claimed time: the same input gives the same bytes.
            document.setDocumentId(details.at().toEpochMilli());
            options.setPreferredSignatureSize(details.reservedBytes());
            PDSignature signature = dictionary(details);
            if (appearance == null) {
                document.addSignature(signature, options);
            } else {
                addShown(document, signature, options, appearance.draw(document));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream(pdf.length + 4 * details.reservedBytes());
            document.saveIncrementalForExternalSigning(out).setSignature(new byte[0]);
            int[] range = signature.getByteRange();
            Gap gap = new Gap(out.toByteArray(), range[1], range[2]);
            return new PreparedPdf(gap, CmsDraft.of(gap.digest(), chain, algorithm, Optional.empty()));
        } catch (IOException | RuntimeException unreadable) {
            // The tolerant reader throws whatever it stumbles over: nothing is signed, and nothing stops.
            throw new SigningException("PDF: cannot be signed (expected: a sound file, not encrypted)", unreadable);
        }
    }

    private static void addShown(
            PDDocument document, PDSignature signature, SignatureOptions options, Appearance.Shown shown)
            throws IOException {
        options.setPage(shown.pageIndex());
        COSBase rectangle = shown.rectangle().getCOSArray();
        if (shown.field().isPresent()) {
            PDSignatureField waiting = shown.field().get();
            rectangle = waiting.getCOSObject().getItem(COSName.RECT);
            waiting.setValue(signature);
        }
        document.addSignature(signature, options);
        PDAnnotationWidget widget = widget(document, signature);
        PDAppearanceDictionary looks = new PDAppearanceDictionary();
        looks.setNormalAppearance(shown.stream());
        widget.getCOSObject().setItem(COSName.RECT, rectangle);
        widget.setAppearance(looks);
        widget.setAnnotationName(shown.mark());
    }

    private static PDAnnotationWidget widget(PDDocument document, PDSignature signature) throws IOException {
        return document.getSignatureFields().stream()
                .filter(field -> field.getCOSObject().getDictionaryObject(COSName.V) == signature.getCOSObject())
                .findFirst()
                .orElseThrow(() -> new IOException("signature field: missing (expected: just added)"))
                .getWidgets()
                .getFirst();
    }

    /** Both steps with a key at hand. */
    public byte[] sign(byte[] pdf, SigningKey key, SignatureDetails details) throws SigningException {
        PreparedPdf prepared = prepare(pdf, key.chain(), key.usualAlgorithm(), details);
        return prepared.complete(key.sign(prepared.toBeSigned(), prepared.algorithm()));
    }

    private static PDSignature dictionary(SignatureDetails details) {
        PDSignature signature = new PDSignature();
        signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
        signature.setName(details.name());
        if (!details.reason().isEmpty()) {
            signature.setReason(details.reason());
        }
        signature.setSignDate(GregorianCalendar.from(details.at().atZone(VIETNAM)));
        return signature;
    }
}

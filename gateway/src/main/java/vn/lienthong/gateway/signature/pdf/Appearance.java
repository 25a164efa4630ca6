package vn.lienthong.gateway.signature.pdf;

import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import vn.lienthong.gateway.signature.key.SigningException;

/** Draws what a signature shows on a page; what is drawn is signed with the rest. */
@FunctionalInterface
public interface Appearance {

    /**
     * Draws into a document that is being prepared, and touches nothing of what was there.
     *
     * @throws SigningException when the document has no place for it
     */
    Shown draw(PDDocument document) throws IOException, SigningException;

    /**
     * What is shown and where.
     *
     * @param pageIndex from 0
     * @param rectangle in the page's own space (ISO 32000-1 §8.3.2.3)
     * @param mark names the annotation ({@code /NM}), so that later signers find it
     * @param field the empty signature field to be signed; a new one is made where there is none
     */
    record Shown(
            int pageIndex,
            PDRectangle rectangle,
            PDAppearanceStream stream,
            String mark,
            Optional<PDSignatureField> field) {}
}

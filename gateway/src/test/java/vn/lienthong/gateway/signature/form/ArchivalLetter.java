package vn.lienthong.gateway.signature.form;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;

/** A letter as a file for archives (ISO 19005). */
final class ArchivalLetter {
    private ArchivalLetter() {}

    /** A letter of conformance level B. */
    static byte[] make(int part, boolean intent) {
        return make(part, "B", intent);
    }

    /**
     * A letter.
     *
     * @param part of ISO 19005
     * @param level of conformance, {@code B} or {@code U}
     * @param intent whether the file says in which colours it is meant
     */
    static byte[] make(int part, String level, boolean intent) {
        try (PDDocument document = Loader.loadPDF(LetterOfDecree30.make())) {
            // Transparency is allowed where the intent is, so colours of the text must not depend on a device without
            // it.
            if (part == 1) {
                document.getDocument().setVersion(1.4f);
            }
            PDMetadata metadata = new PDMetadata(document);
            metadata.importXMPMetadata(xmp(part, level).getBytes(StandardCharsets.UTF_8));
            metadata.getCOSObject().removeItem(COSName.FILTER);
            document.getDocumentCatalog().setMetadata(metadata);
            if (intent) {
                byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
                PDOutputIntent srgb = new PDOutputIntent(document, new ByteArrayInputStream(profile));
                srgb.setInfo("sRGB");
                srgb.setOutputConditionIdentifier("sRGB");
                document.getDocumentCatalog().addOutputIntent(srgb);
            } else {
                // Text is drawn in the default grey, which then needs a calibrated meaning (ISO 19005-2 §6.2.4.3).
                var grey = new org.apache.pdfbox.pdmodel.graphics.color.PDCalGray();
                grey.setWhitePoint(
                        new org.apache.pdfbox.pdmodel.graphics.color.PDTristimulus(new float[] {0.95f, 1, 1.09f}));
                var spaces = new org.apache.pdfbox.cos.COSDictionary();
                spaces.setItem(COSName.getPDFName("DefaultGray"), grey.getCOSObject());
                document.getPage(0).getResources().getCOSObject().setItem(COSName.COLORSPACE, spaces);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        } catch (IOException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private static String xmp(int part, String level) {
        return """
            <?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
            <pdfaid:part>%d</pdfaid:part><pdfaid:conformance>%s</pdfaid:conformance>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="w"?>"""
                .formatted(part, level);
    }
}

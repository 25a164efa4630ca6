package vn.lienthong.gateway.signature.form;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/**
 * Whether a page may carry a half transparent picture: not in an archival file of part 1 (ISO 19005-1 §6.4), and of the
 * later parts only where the file or the page says in which colours to mix (ISO 19005-2 §6.2.10).
 */
final class Transparency {
    private static final Pattern PART = Pattern.compile("pdfaid:part\\s*(?:>|=\\s*[\"'])\\s*(\\d)");
    private static final int MOST_METADATA_BYTES = 256 * 1024;
    private static final String ARCHIVAL_INTENT = "GTS_PDFA1";

    private Transparency() {}

    static boolean allowed(PDDocument document, PDPage page) throws IOException {
        Matcher part = PART.matcher(metadata(document.getDocumentCatalog()));
        if (!part.find()) {
            return true;
        }
        return !part.group(1).equals("1") && (mixesOnPage(page) || hasIntent(document.getDocumentCatalog()));
    }

    private static boolean mixesOnPage(PDPage page) {
        COSDictionary group = page.getCOSObject().getCOSDictionary(COSName.GROUP);
        return group != null && group.containsKey(COSName.CS);
    }

    private static boolean hasIntent(PDDocumentCatalog catalog) {
        return catalog.getOutputIntents().stream()
                .anyMatch(intent -> ARCHIVAL_INTENT.equals(intent.getCOSObject().getNameAsString(COSName.S)));
    }

    /** The metadata of an archival file are not packed (ISO 19005-1 §6.7.2). */
    private static String metadata(PDDocumentCatalog catalog) throws IOException {
        PDMetadata metadata = catalog.getMetadata();
        if (metadata == null || metadata.getCOSObject().getFilters() != null) {
            return "";
        }
        try (InputStream raw = metadata.getCOSObject().createRawInputStream()) {
            return new String(raw.readNBytes(MOST_METADATA_BYTES), StandardCharsets.UTF_8);
        }
    }
}

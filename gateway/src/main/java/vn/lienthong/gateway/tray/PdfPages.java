package vn.lienthong.gateway.tray;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** The text of a PDF's first and last page. For files that {@link PdfBulk} let through. */
final class PdfPages {

    private static final int LONGEST_TEXT = 20_000;

    private PdfPages() {}

    /** Text of the first page and of the last one. */
    record Text(String first, String last) {}

    /** @throws IOException when it is no PDF that can be read, or it is encrypted */
    static Text read(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            int pages = document.getNumberOfPages();
            return pages == 0 ? new Text("", "") : new Text(page(document, 1), page(document, pages));
        }
    }

    private static String page(PDDocument document, int number) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(number);
        stripper.setEndPage(number);
        String text = stripper.getText(document);
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }
}

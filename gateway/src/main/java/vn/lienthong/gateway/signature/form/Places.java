package vn.lienthong.gateway.signature.form;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import vn.lienthong.gateway.signature.key.SigningException;

/** Where forms stand: what is proposed, and where exactly one will come. For files that {@code ScreenBeforeSigning} let through. */
public final class Places {
    private Places() {}

    /**
     * Where a form of a kind usually stands in this file.
     *
     * @throws SigningException when the file cannot be read
     */
    public static Place suggest(byte[] pdf, FormKind kind) throws SigningException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new SuggestPlace(document).of(kind);
        } catch (IOException | RuntimeException unreadable) {
            throw unreadable(unreadable);
        }
    }

    /** Where the whole of a form, with its text, will stand: on a numbered page, inside it. */
    public static Place of(byte[] pdf, VisibleForm form) throws SigningException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new DrawForm(form, Instant.EPOCH).place(document);
        } catch (IOException | RuntimeException unreadable) {
            throw unreadable(unreadable);
        }
    }

    /** How large each page is as it is shown, first to last. */
    public static List<PageSize> pages(byte[] pdf) throws SigningException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<PageSize> sizes = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                PageView view = PageView.of(page);
                sizes.add(new PageSize(view.widthMm(), view.heightMm()));
            }
            return sizes;
        } catch (IOException | RuntimeException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private static SigningException unreadable(Exception cause) {
        // The tolerant reader throws whatever it stumbles over.
        return new SigningException("PDF: cannot be read (expected: a sound file, not encrypted)", cause);
    }
}

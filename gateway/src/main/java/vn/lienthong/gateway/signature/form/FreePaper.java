package vn.lienthong.gateway.signature.form;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;

/**
 * What stands on a page already: its letters, and the fields and signatures shown on it.
 *
 * @param view the page as it is seen
 */
record FreePaper(PageView view, PageText text, List<Place> fields) {

    /** Of a page, from 1; what of it is not to be read with modest means counts as free, and {@link PageText#tellsAll()} says so. */
    static FreePaper of(PDDocument document, int number) {
        PDPage page = document.getPage(number - 1);
        PageView view = PageView.of(page);
        return new FreePaper(view, PageText.of(document, number), fields(page, number, view));
    }

    private static List<Place> fields(PDPage page, int number, PageView view) {
        try {
            return page.getAnnotations().stream()
                    .filter(PDAnnotationWidget.class::isInstance)
                    .map(widget -> widget.getRectangle())
                    .filter(Objects::nonNull)
                    .filter(box -> box.getWidth() > 1 && box.getHeight() > 1)
                    .map(box -> view.place(number, box))
                    .toList();
        } catch (IOException | IllegalArgumentException unreadable) {
            // Damaged or boundless: whoever draws there is told so later.
            return List.of();
        }
    }

    /** Whether nothing stands in a place. */
    boolean at(Place place) {
        return fields.stream().noneMatch(field -> overlap(field, place)) && text.leavesFree(place);
    }

    private static boolean overlap(Place one, Place other) {
        return one.leftMm() < other.leftMm() + other.widthMm()
                && other.leftMm() < one.leftMm() + one.widthMm()
                && one.topMm() < other.topMm() + other.heightMm()
                && other.topMm() < one.topMm() + one.heightMm();
    }
}

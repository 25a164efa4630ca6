package vn.lienthong.gateway.signature.form;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Where the text of an annex or a copy stands: at the upper right of the first page (Decree 30/2020/NĐ-CP, Annex I), above the
 * heading where there is room, and over no text and no earlier signature where it can be helped.
 */
record CopyPlace(CopyLayout layout, Place place) {
    private static final double MARGIN_MM = 10;
    private static final double LEAST_MARGIN_MM = 4;
    /** Where the heading may begin (Decree 30/2020/NĐ-CP, Annex I: upper margin 20 to 25 mm). */
    private static final double HEADING_MM = 17.5;

    private static final List<Double> WIDTHS_POINTS = List.of(250.0, 330.0);
    private static final double LEAST_POINTS = 60;
    private static final double UPPER_PART = 0.35;
    private static final double DOWN_MM = 2;
    private static final double LEFT_MM = 5;

    static CopyPlace of(PDDocument document, CopyForm form, Instant at) {
        FreePaper paper = FreePaper.of(document, 1);
        List<CopyPlace> above = WIDTHS_POINTS.stream()
                .map(width -> above(new CopyLayout(form, at, Math.min(width, most(paper.view()))), paper.view()))
                .toList();
        return fitting(above, paper).or(() -> above.getFirst().elsewhere(paper)).orElse(above.getFirst());
    }

    /** Of what is drawn on a page, or cannot be read, nobody knows where it ends: then the flattest reaches into the least of it. */
    private static Optional<CopyPlace> fitting(List<CopyPlace> above, FreePaper paper) {
        Stream<CopyPlace> fitting = above.stream().filter(tried -> paper.at(tried.place));
        return paper.text().tellsAll()
                ? fitting.findFirst()
                : fitting.min(Comparator.comparingDouble(tried -> tried.place.heightMm()));
    }

    private static double most(PageView view) {
        return Math.max(LEAST_POINTS, (view.widthMm() - 2 * LEAST_MARGIN_MM) * PageView.POINTS_PER_MM);
    }

    /** As near to the upper edge as printers allow. */
    private static CopyPlace above(CopyLayout layout, PageView view) {
        double width = layout.width() / PageView.POINTS_PER_MM;
        double height = layout.height() / PageView.POINTS_PER_MM;
        double top = Math.clamp(HEADING_MM - height, LEAST_MARGIN_MM, MARGIN_MM);
        double left = Math.max(LEAST_MARGIN_MM, view.widthMm() - MARGIN_MM - width);
        return new CopyPlace(layout, view.inside(new Place(1, left, top, width, height)));
    }

    /** The highest free paper of the right half, and of that the rightmost. */
    private Optional<CopyPlace> elsewhere(FreePaper paper) {
        double lowest = paper.view().heightMm() * UPPER_PART;
        for (double top = place.topMm(); top < lowest; top += DOWN_MM) {
            double leftmost = (paper.view().widthMm() - place.widthMm()) / 2;
            for (double left = place.leftMm(); left >= leftmost; left -= LEFT_MM) {
                Place tried = paper.view().inside(place.movedTo(1, left, top));
                if (paper.at(tried)) {
                    return Optional.of(new CopyPlace(layout, tried));
                }
            }
        }
        return Optional.empty();
    }
}

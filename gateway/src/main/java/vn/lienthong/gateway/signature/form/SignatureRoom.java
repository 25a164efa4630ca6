package vn.lienthong.gateway.signature.form;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds where a signature made by hand stands (Decree 30/2020/NĐ-CP, Annex I): between the signer's title and name, at the right. */
final class SignatureRoom {
    private static final double COLUMN_BEGINS = 0.38;
    private static final double COLUMN_MIDDLE = 0.5;
    private static final double LOWER_PART = 0.25;
    private static final double LEAST_GAP_MM = 12;
    private static final double MOST_GAP_MM = 60;
    private static final double OFF_AXIS_MM = 15;
    private static final double CLEAR_MM = 1.5;

    private SignatureRoom() {}

    /** The lowest such gap of the page, for a picture of at most this size, which is kept in proportion. */
    static Optional<Place> of(FreePaper paper, int page, double widthMm, double heightMm) {
        List<PageText.Letter> column = paper.text().columns().stream()
                .filter(words -> words.left() > paper.view().widthMm() * COLUMN_BEGINS)
                .filter(words -> middle(words) > paper.view().widthMm() * COLUMN_MIDDLE)
                .sorted(Comparator.comparingDouble(PageText.Letter::top))
                .toList();
        for (int i = column.size() - 1; i > 0; i--) {
            PageText.Letter title = column.get(i - 1);
            PageText.Letter name = column.get(i);
            double gap = name.top() - title.bottom();
            if (gap >= LEAST_GAP_MM
                    && gap <= MOST_GAP_MM
                    && Math.abs(middle(title) - middle(name)) <= OFF_AXIS_MM
                    && name.bottom() > paper.view().heightMm() * LOWER_PART) {
                double height = Math.min(heightMm, gap - 2 * CLEAR_MM);
                double width = widthMm * height / heightMm;
                double axis = (middle(title) + middle(name)) / 2;
                return Optional.of(paper.view()
                        .inside(new Place(page, axis - width / 2, title.bottom() + (gap - height) / 2, width, height)));
            }
        }
        return Optional.empty();
    }

    private static double middle(PageText.Letter words) {
        return (words.left() + words.right()) / 2;
    }
}

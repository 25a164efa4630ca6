package vn.lienthong.gateway.signature.form;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Lines in 10 pt, in the middle above each other, as wide as the longest. */
final class CopyLayout implements Layout {
    private static final double SIZE_POINTS = 10;
    private static final int MOST_LINES_EACH = 4;

    private final Typeface face;
    private final List<String> lines = new ArrayList<>();
    private final double width;

    /** @param most points that a line may be wide */
    CopyLayout(CopyForm form, Instant at, double most) {
        this.face = Typeface.regular();
        List<String> all = new ArrayList<>(form.lines());
        all.add(Wording.time(at));
        double widest = 0;
        for (String line : all) {
            for (String part : TextBlock.fitted(face, line, List.of(SIZE_POINTS), most, MOST_LINES_EACH)
                    .lines()) {
                lines.add(part);
                widest = Math.max(widest, face.width(part, SIZE_POINTS));
            }
        }
        this.width = widest;
    }

    @Override
    public double width() {
        return width;
    }

    @Override
    public double height() {
        return lines.size() * SIZE_POINTS * LEADING;
    }

    @Override
    public void draw(Ink ink) {
        ink.black();
        ink.centred(face, SIZE_POINTS, 0, width, height(), lines);
    }
}

package vn.lienthong.gateway.signature.form;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Where letters stand on a page, as it is seen; drawings within drawings are left out. */
final class PageText {
    private static final Pattern SYMBOL =
            Pattern.compile("^\\s*Số\\s*:?.*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** A picture, or what is drawn by itself, and a picture within the content (ISO 32000-1 §8.8, §8.9.7). */
    private static final Set<String> DRAWING = Set.of("Do", "BI");

    private static final double LEFT_PART = 0.55;
    private static final double UPPER_PART = 0.4;
    private static final double SAME_LINE_MM = 1;
    private static final double COLUMN_GAP_MM = 8;
    /** How far letters such as g reach below their line, in heights of small ones. */
    private static final double BELOW_LINE = 0.4;

    private static final double CLEARANCE_MM = 0.5;
    private static final int MOST_OPERATORS = 200_000;
    /** A letter without any width still stands somewhere. */
    private static final float LEAST = 0.5f;

    private static final double FAR_POINTS = 20_000;
    private static final int MOST_LETTERS = 20_000;

    private static final PageText UNKNOWN = new PageText(List.of(), true);

    private final List<Letter> letters;
    private final boolean more;

    /** @param more whether something else stands on the page: a picture, a drawing, text that cannot be read */
    private PageText(List<Letter> letters, boolean more) {
        this.letters = letters;
        this.more = more;
    }

    /** Whether its letters are all that stands on the page; a page without any is a picture of one as often as an empty one. */
    boolean tellsAll() {
        return !more && !letters.isEmpty();
    }

    /** A letter's box, in millimetres from the upper left corner of the page. */
    record Letter(String text, double left, double top, double right, double bottom) {}

    /** Of a page, from 1; nothing where it is not to be read with modest means. */
    static PageText of(PDDocument document, int page) {
        if (!ModestPage.is(document.getPage(page - 1))) {
            return UNKNOWN;
        }
        Reader reader = new Reader(PageView.of(document.getPage(page - 1)));
        try {
            reader.setStartPage(page);
            reader.setEndPage(page);
            reader.writeText(document, new StringWriter());
        } catch (IOException | RuntimeException unreadable) {
            // The parser throws whatever strange fonts make it stumble over: then the place is proposed without the
            // text.
            return UNKNOWN;
        }
        return new PageText(List.copyOf(reader.letters), reader.drawings);
    }

    /** The line of number and symbol, at the upper left: its box. */
    Optional<Letter> symbol(PageView view) {
        return columns().stream()
                .filter(words -> words.left() < view.widthMm() * LEFT_PART)
                .filter(words -> words.bottom() < view.heightMm() * UPPER_PART)
                .filter(words -> SYMBOL.matcher(words.text()).matches())
                .findFirst();
    }

    /** The page's lines from above, each from the left, cut where a gap parts columns: their boxes. */
    List<Letter> columns() {
        List<Letter> sorted = letters.stream()
                .sorted(Comparator.comparingDouble(Letter::bottom))
                .toList();
        List<Letter> columns = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= sorted.size(); i++) {
            if (i == sorted.size() || sorted.get(i).bottom() - sorted.get(i - 1).bottom() > SAME_LINE_MM) {
                cut(sorted.subList(from, i), columns);
                from = i;
            }
        }
        return columns;
    }

    private static void cut(List<Letter> line, List<Letter> columns) {
        List<Letter> column = new ArrayList<>();
        double right = Double.POSITIVE_INFINITY;
        for (Letter letter :
                line.stream().sorted(Comparator.comparingDouble(Letter::left)).toList()) {
            if (letter.left() - right > COLUMN_GAP_MM) {
                columns.add(joined(column));
                column.clear();
            }
            column.add(letter);
            right = letter.right();
        }
        columns.add(joined(column));
    }

    private static Letter joined(List<Letter> column) {
        return new Letter(
                column.stream().map(Letter::text).collect(Collectors.joining()),
                column.getFirst().left(),
                column.stream().mapToDouble(Letter::top).min().orElseThrow(),
                column.stream().mapToDouble(Letter::right).max().orElseThrow(),
                column.stream().mapToDouble(Letter::bottom).max().orElseThrow());
    }

    /** Whether no letter stands in a place. */
    boolean leavesFree(Place place) {
        return letters.stream()
                .noneMatch(letter -> letter.right() > place.leftMm() - CLEARANCE_MM
                        && letter.left() < place.leftMm() + place.widthMm() + CLEARANCE_MM
                        && letter.bottom() > place.topMm() - CLEARANCE_MM
                        && letter.top() < place.topMm() + place.heightMm() + CLEARANCE_MM);
    }

    private static final class Reader extends PDFTextStripper {
        private final List<Letter> letters = new ArrayList<>();
        private final PageView view;
        private int operators;
        private boolean drawings;

        Reader(PageView view) {
            this.view = view;
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (++operators > MOST_OPERATORS || letters.size() > MOST_LETTERS) {
                throw new IOException("page: too much on it (expected: a page of text)");
            }
            drawings |= DRAWING.contains(operator.getName());
            if (!operator.getName().equals("Do")) {
                super.processOperator(operator, operands);
            }
        }

        @Override
        protected void processTextPosition(TextPosition text) {
            if (!text.getUnicode().isBlank()
                    && near(text.getTextMatrix().getTranslateX(), text.getEndX())
                    && near(text.getTextMatrix().getTranslateY(), text.getEndY())) {
                letters.add(letter(text));
            }
        }

        /** What is written metres beside the paper is seen by nobody. */
        private boolean near(float one, float other) {
            return Math.max(Math.abs(one), Math.abs(other)) * view.unit() < FAR_POINTS;
        }

        /** Around the letter, whichever way its line runs: from its foot to its end, so high and so low across that way. */
        private Letter letter(TextPosition text) {
            float x = text.getTextMatrix().getTranslateX();
            float y = text.getTextMatrix().getTranslateY();
            double upX = text.getTextMatrix().getShearX();
            double upY = text.getTextMatrix().getScaleY();
            double size = Math.hypot(upX, upY);
            double height = size > 0 ? text.getHeight() / size : 0;
            double[] xs = new double[4];
            double[] ys = new double[4];
            for (int corner = 0; corner < xs.length; corner++) {
                double up = (corner < 2 ? 1 : -BELOW_LINE) * height;
                xs[corner] = (corner % 2 == 0 ? x : text.getEndX()) + upX * up;
                ys[corner] = (corner % 2 == 0 ? y : text.getEndY()) + upY * up;
            }
            Place seen = view.place(1, around(xs, ys));
            return new Letter(
                    text.getUnicode(),
                    seen.leftMm(),
                    seen.topMm(),
                    seen.leftMm() + seen.widthMm(),
                    seen.topMm() + seen.heightMm());
        }

        private PDRectangle around(double[] xs, double[] ys) {
            DoubleSummaryStatistics x = Arrays.stream(xs).summaryStatistics();
            DoubleSummaryStatistics y = Arrays.stream(ys).summaryStatistics();
            return new PDRectangle(
                    (float) x.getMin() + view.box().getLowerLeftX(),
                    (float) y.getMin() + view.box().getLowerLeftY(),
                    Math.max(LEAST, (float) (x.getMax() - x.getMin())),
                    Math.max(LEAST, (float) (y.getMax() - y.getMin())));
        }
    }
}

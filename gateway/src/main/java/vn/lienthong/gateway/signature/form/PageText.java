package vn.lienthong.gateway.signature.form;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Where letters stand on the first page, as it is seen; drawings within drawings are left out. */
final class PageText {
    private static final Pattern SYMBOL =
            Pattern.compile("^\\s*Số\\s*:?.*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final double LEFT_PART = 0.55;
    private static final double UPPER_PART = 0.4;
    private static final double SAME_LINE_MM = 1;
    private static final double COLUMN_GAP_MM = 8;
    /** How far letters such as g reach below their line, in heights of small ones. */
    private static final double BELOW_LINE = 0.4;

    private static final double CLEARANCE_MM = 0.5;
    private static final int MOST_OPERATORS = 200_000;
    private static final int MOST_LETTERS = 20_000;

    private final List<Letter> letters;

    private PageText(List<Letter> letters) {
        this.letters = letters;
    }

    /** A letter's box, in millimetres from the upper left corner of the page. */
    record Letter(String text, double left, double top, double right, double bottom) {}

    /** Of the first page; nothing where it is not to be read with modest means. */
    static PageText of(PDDocument document) {
        if (!ModestPage.is(document.getPage(0))) {
            return new PageText(List.of());
        }
        Reader reader = new Reader(PageView.of(document.getPage(0)).unit());
        try {
            reader.setStartPage(1);
            reader.setEndPage(1);
            reader.writeText(document, new StringWriter());
        } catch (IOException | RuntimeException unreadable) {
            // The parser throws whatever strange fonts make it stumble over: then the place is proposed without the
            // text.
            return new PageText(List.of());
        }
        return new PageText(List.copyOf(reader.letters));
    }

    /** The line of number and symbol, at the upper left: its box. */
    Optional<Letter> symbol(PageView view) {
        List<Letter> upperLeft = letters.stream()
                .filter(letter -> letter.left() < view.widthMm() * LEFT_PART)
                .filter(letter -> letter.bottom() < view.heightMm() * UPPER_PART)
                .sorted(Comparator.comparingDouble(Letter::bottom))
                .toList();
        int from = 0;
        for (int i = 1; i <= upperLeft.size(); i++) {
            if (i == upperLeft.size()
                    || upperLeft.get(i).bottom() - upperLeft.get(i - 1).bottom() > SAME_LINE_MM) {
                Letter line = firstColumn(upperLeft.subList(from, i));
                if (SYMBOL.matcher(line.text()).matches()) {
                    return Optional.of(line);
                }
                from = i;
            }
        }
        return Optional.empty();
    }

    /** The letters of one line from the left, up to the gap before the next column. */
    private static Letter firstColumn(List<Letter> line) {
        List<Letter> sorted =
                line.stream().sorted(Comparator.comparingDouble(Letter::left)).toList();
        Letter column = sorted.getFirst();
        for (Letter letter : sorted.subList(1, sorted.size())) {
            if (letter.left() - column.right() > COLUMN_GAP_MM) {
                break;
            }
            column = new Letter(
                    column.text() + letter.text(),
                    column.left(),
                    Math.min(column.top(), letter.top()),
                    Math.max(column.right(), letter.right()),
                    Math.max(column.bottom(), letter.bottom()));
        }
        return column;
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
        private final double mm;
        private int operators;

        Reader(double unit) {
            this.mm = unit / PageView.POINTS_PER_MM;
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (++operators > MOST_OPERATORS || letters.size() > MOST_LETTERS) {
                throw new IOException("page: too much on it (expected: a page of text)");
            }
            if (!operator.getName().equals("Do")) {
                super.processOperator(operator, operands);
            }
        }

        @Override
        protected void processTextPosition(TextPosition text) {
            if (!text.getUnicode().isBlank()) {
                letters.add(new Letter(
                        text.getUnicode(),
                        text.getX() * mm,
                        (text.getY() - text.getHeight()) * mm,
                        (text.getX() + text.getWidth()) * mm,
                        (text.getY() + text.getHeight() * BELOW_LINE) * mm));
            }
        }
    }
}

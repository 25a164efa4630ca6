package vn.lienthong.gateway.signature.form;

import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The frame of the incoming stamp: the agency's name at the top, "ĐẾN" at the left, number, date and forwarding at the right. */
final class StampLayout implements Layout {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
    private static final double NAME_POINTS = 9;
    private static final double WORD_POINTS = 15;
    private static final double TEXT_POINTS = 10;
    private static final double INSET_POINTS = 4;
    private static final double WORD_SHARE = 0.3;
    private static final int NAME_LINES = 3;
    private static final int FORWARDING_LINES = 2;

    private final double width;
    private final double height;
    private final Typeface regular;
    private final Typeface bold;
    private final List<String> name;
    private final List<String> number;
    private final String date;
    private final List<String> forwarding;

    StampLayout(PDDocument document, IncomingStampForm form) throws IOException {
        this.width = form.place().widthMm() * PageView.POINTS_PER_MM;
        this.regular = Typeface.regular(document);
        this.bold = Typeface.bold(document);
        this.name =
                bold.wrapped(form.agency().toUpperCase(Locale.ROOT), NAME_POINTS, width - 2 * INSET_POINTS, NAME_LINES);
        this.number = regular.wrapped("Số: " + form.number(), TEXT_POINTS, right() - left(), FORWARDING_LINES);
        this.date = "Ngày: " + DAY.format(form.date());
        this.forwarding = regular.wrapped(
                "Chuyển: " + form.forwarding().orElse("……………"), TEXT_POINTS, right() - left(), FORWARDING_LINES);
        this.height = Math.max(
                form.place().heightMm() * PageView.POINTS_PER_MM, nameHeight() + textHeight() + 2 * INSET_POINTS);
    }

    private double left() {
        return width * WORD_SHARE + INSET_POINTS;
    }

    private double right() {
        return width - INSET_POINTS;
    }

    private double nameHeight() {
        return name.size() * NAME_POINTS * LEADING + 2 * INSET_POINTS;
    }

    private double textHeight() {
        return (number.size() + 1 + forwarding.size()) * TEXT_POINTS * (LEADING + 0.2);
    }

    @Override
    public double width() {
        return width;
    }

    @Override
    public double height() {
        return height;
    }

    @Override
    public void draw(Ink ink) throws IOException {
        double below = height - nameHeight();
        ink.red();
        ink.frame(1, 1, width - 2, height - 2);
        ink.line(1, below, width - 1, below);
        ink.line(width * WORD_SHARE, 1, width * WORD_SHARE, below);
        ink.centred(bold, NAME_POINTS, 0, width, height - INSET_POINTS, name);
        ink.centred(bold, WORD_POINTS, 0, width * WORD_SHARE, (below + WORD_POINTS * LEADING) / 2, List.of("ĐẾN"));
        double y = (below + textHeight()) / 2;
        y = lines(ink, number, y);
        y = lines(ink, List.of(date), y);
        lines(ink, forwarding, y);
    }

    private double lines(Ink ink, List<String> lines, double top) throws IOException {
        double y = top;
        for (String line : lines) {
            y -= TEXT_POINTS * (LEADING + 0.2);
            ink.text(regular, TEXT_POINTS, left(), y + TEXT_POINTS * (DESCENT + 0.1), line);
        }
        return y;
    }
}

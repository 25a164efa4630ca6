package vn.lienthong.gateway.signature.form;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The stamp "ĐẾN" (Decree 30/2020/NĐ-CP, Annex IV): the agency's name at the top, "ĐẾN" beside number and date, below them to
 * whom it goes on and the file it will lie in. What is not known yet is a dotted line, as on paper.
 */
final class StampLayout implements Layout {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
    private static final List<Double> NAME_SIZES = List.of(9.0, 8.0, 7.0);
    private static final double WORD_POINTS = 15;
    private static final double TEXT_POINTS = 10;
    private static final double LINE_POINTS = TEXT_POINTS * 1.25;
    private static final double INSET_POINTS = 5;
    private static final double WORD_SHARE = 0.3;
    private static final int NAME_LINES = 4;
    private static final int NUMBER_LINES = 2;
    private static final int FORWARDING_LINES = 4;

    private final double width;
    private final double height;
    private final Typeface regular;
    private final Typeface bold;
    private final TextBlock name;
    private final List<String> beside = new ArrayList<>();
    private final List<String> below = new ArrayList<>();

    StampLayout(IncomingStampForm form) {
        this.width = form.place().widthMm() * PageView.POINTS_PER_MM;
        this.regular = Typeface.regular();
        this.bold = Typeface.bold();
        this.name = TextBlock.fitted(
                bold, form.agency().toUpperCase(Locale.ROOT), NAME_SIZES, width - 2 * INSET_POINTS, NAME_LINES);
        double room = right() - besideLeft();
        beside.addAll(regular.wrapped("Số: " + form.number(), TEXT_POINTS, room, NUMBER_LINES));
        beside.add("Ngày: " + DAY.format(form.date()));
        if (form.forwarding().isPresent()) {
            String onward = "Chuyển: " + form.forwarding().get();
            below.addAll(regular.wrapped(onward, TEXT_POINTS, right() - INSET_POINTS, FORWARDING_LINES));
        } else {
            below.add(dotted("Chuyển: "));
        }
        below.add(dotted("Số và ký hiệu HS: "));
        this.height =
                Math.max(form.place().heightMm() * PageView.POINTS_PER_MM, nameHeight() + textHeight() + INSET_POINTS);
    }

    private String dotted(String words) {
        double dots = (right() - INSET_POINTS - regular.width(words, TEXT_POINTS)) / regular.width(".", TEXT_POINTS);
        return words + ".".repeat(Math.max(0, (int) dots));
    }

    private double besideLeft() {
        return width * WORD_SHARE + INSET_POINTS;
    }

    private double right() {
        return width - INSET_POINTS;
    }

    private double nameHeight() {
        return name.height() + 2 * INSET_POINTS;
    }

    private double textHeight() {
        return (beside.size() + below.size()) * LINE_POINTS;
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
    public void draw(Ink ink) {
        double underName = height - nameHeight();
        double top = (underName + textHeight()) / 2;
        double middle = top - beside.size() * LINE_POINTS / 2;
        ink.red();
        ink.frame(1, 1, width - 2, height - 2);
        ink.line(1, underName, width - 1, underName);
        ink.centred(bold, name.size(), 0, width, height - INSET_POINTS, name.lines());
        ink.centred(bold, WORD_POINTS, 0, besideLeft(), middle + WORD_POINTS * LEADING / 2, List.of("ĐẾN"));
        lines(ink, below, INSET_POINTS, lines(ink, beside, besideLeft(), top));
    }

    private double lines(Ink ink, List<String> lines, double left, double top) {
        double y = top;
        for (String line : lines) {
            y -= LINE_POINTS;
            ink.text(regular, TEXT_POINTS, left, y + LINE_POINTS - TEXT_POINTS * (1 - DESCENT / 2), line);
        }
        return y;
    }
}

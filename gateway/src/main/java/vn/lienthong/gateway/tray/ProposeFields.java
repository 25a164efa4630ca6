package vn.lienthong.gateway.tray;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what it can off the text of a document that is laid out as NĐ 30/2020/NĐ-CP Annex I wants it. Only proposals: a
 * person confirms them.
 */
public final class ProposeFields {

    private static final int FLAGS = Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final Pattern NUMBER = Pattern.compile(
            "Số\\s{0,5}:?\\s{0,5}(\\d{1,6}[a-zA-Z]?)\\s{0,3}/\\s{0,3}([\\p{Lu}\\d][\\p{L}\\d&.\\-]{0,40})", FLAGS);
    private static final Pattern PLACE = Pattern.compile(
            "(\\p{Lu}[\\p{L}.]{0,15}(?: [\\p{L}.]{1,15}){0,5}),\\s{0,5}ngày\\s{0,5}(\\d{1,2})\\s{0,5}tháng\\s{0,5}(\\d{1,2})\\s{0,5}năm\\s{0,5}(\\d{4})",
            FLAGS);
    private static final Pattern DAY = Pattern.compile(
            "^()[Nn]gày\\s{1,5}(\\d{1,2})\\s{1,5}tháng\\s{1,5}(\\d{1,2})\\s{1,5}năm\\s{1,5}(\\d{4})", FLAGS);
    private static final Pattern ABOUT = Pattern.compile("^\\s{0,40}(?:V/v|Về việc)[:.]?\\s{1,5}(.{3,300})$", FLAGS);
    private static final Pattern COMPETENCE = Pattern.compile("^(TM|KT|TL|TUQ|Q)\\.\\s{0,3}(.{2,80})$", FLAGS);
    private static final Pattern POSITION = Pattern.compile(
            "^(?:PHÓ\\s)?(?:CHỦ TỊCH|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|TRƯỞNG PHÒNG|TRƯỞNG BAN|BỘ TRƯỞNG|THỨ TRƯỞNG|CỤC TRƯỞNG|VỤ TRƯỞNG|HIỆU TRƯỞNG|THỦ TRƯỞNG|CHI CỤC TRƯỞNG).{0,60}$",
            FLAGS | Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("^\\p{Lu}\\p{Ll}{0,9}(?:\\s\\p{Lu}\\p{Ll}{0,9}){1,5}$", FLAGS);
    private static final List<String> TYPES = List.of(
            "NGHỊ QUYẾT",
            "QUYẾT ĐỊNH",
            "CHỈ THỊ",
            "QUY CHẾ",
            "QUY ĐỊNH",
            "THÔNG BÁO",
            "HƯỚNG DẪN",
            "CHƯƠNG TRÌNH",
            "KẾ HOẠCH",
            "PHƯƠNG ÁN",
            "ĐỀ ÁN",
            "BÁO CÁO",
            "BIÊN BẢN",
            "TỜ TRÌNH",
            "CÔNG ĐIỆN",
            "GIẤY MỜI",
            "GIẤY GIỚI THIỆU");
    private static final int SUBJECT_LINES = 3;

    private ProposeFields() {}

    /**
     * What the text seems to say; empty where it says nothing that is known.
     *
     * @param first text of the first page
     * @param last text of the last page, which may be the first
     */
    public static DraftFields from(String first, String last) {
        List<String> lines = lines(first);
        Optional<Matcher> number = found(NUMBER, lines);
        Optional<Matcher> place = found(PLACE, lines).or(() -> found(DAY, lines));
        int about = indexOf(ABOUT, lines);
        Optional<String> type = type(lines);
        List<String> end = lines(last);
        int name = nameAt(end);
        return new DraftFields(
                number.map(found -> found.group(1)).orElse(""),
                number.map(found -> found.group(2)).orElse(""),
                place.map(found -> found.group(1).strip()).orElse(""),
                place.flatMap(ProposeFields::date).orElse(""),
                type.orElse(about >= 0 ? "Công văn" : ""),
                about >= 0
                        ? subject(lines, about)
                        : type.map(ignored -> afterType(lines)).orElse(""),
                before(end, name, COMPETENCE),
                before(end, name, POSITION),
                name >= 0 ? end.get(name) : "",
                0);
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static Optional<Matcher> found(Pattern pattern, List<String> lines) {
        return lines.stream().map(pattern::matcher).filter(Matcher::find).findFirst();
    }

    private static int indexOf(Pattern pattern, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (pattern.matcher(lines.get(i)).find()) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<String> date(Matcher place) {
        try {
            return Optional.of(LocalDate.of(
                            Integer.parseInt(place.group(4)),
                            Integer.parseInt(place.group(3)),
                            Integer.parseInt(place.group(2)))
                    .toString());
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<String> type(List<String> lines) {
        return lines.stream()
                .filter(TYPES::contains)
                .findFirst()
                .map(type -> type.charAt(0) + type.substring(1).toLowerCase(Locale.of("vi")));
    }

    /** A subject that is broken over lines goes on until the letter begins. */
    private static String subject(List<String> lines, int about) {
        Matcher head = ABOUT.matcher(lines.get(about));
        StringBuilder subject = new StringBuilder(head.find() ? head.group(1) : "");
        for (int i = about + 1; i < Math.min(lines.size(), about + SUBJECT_LINES); i++) {
            if (!goesOn(lines.get(i))) {
                break;
            }
            subject.append(' ').append(lines.get(i));
        }
        return subject.toString();
    }

    private static boolean goesOn(String line) {
        return Character.isLowerCase(line.codePointAt(0)) || Character.isDigit(line.codePointAt(0));
    }

    private static String afterType(List<String> lines) {
        for (int i = 0; i + 1 < lines.size(); i++) {
            if (TYPES.contains(lines.get(i))) {
                return lines.get(i + 1);
            }
        }
        return "";
    }

    /** The name stands below who signs for whom; the last one on the page that does. */
    private static int nameAt(List<String> lines) {
        for (int i = lines.size() - 1; i > 0; i--) {
            if (NAME.matcher(lines.get(i)).matches()
                    && !(before(lines, i, COMPETENCE) + before(lines, i, POSITION)).isEmpty()) {
                return i;
            }
        }
        return -1;
    }

    private static String before(List<String> lines, int name, Pattern pattern) {
        final int near = 8;
        for (int i = name - 1; i >= Math.max(0, name - near); i--) {
            if (pattern.matcher(lines.get(i)).matches()) {
                return lines.get(i);
            }
        }
        return "";
    }
}

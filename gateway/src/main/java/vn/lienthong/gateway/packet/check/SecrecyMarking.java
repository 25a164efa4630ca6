package vn.lienthong.gateway.packet.check;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells a marking of secrecy from the word "mật", which is also honey, dense and part of a hundred words (bảo mật, mật độ, mật
 * mã). A marking stands by itself: alone, in brackets, at the head before a separator, or after "độ mật:".
 */
final class SecrecyMarking {

    private static final String WORD = "mật";
    private static final Set<String> DEGREES = Set.of("tối", "tuyệt");
    /** Words that make an ordinary word with a "mật" after or before them. */
    private static final Set<String> COMPOUNDS = Set.of(
            "bảo", "bí", "cơ", "thân", "cẩn", "đường", "nghiêm", "chu", "trắc", "mã", "độ", "khẩu", "thiết", "ong",
            "vụ", "danh", "ngữ", "báo", "nghị", "ước", "thư", "đàm", "phục", "tích", "giải", "hoa", "gấu", "mía");

    private static final String OPENING = "[({<«“\"";
    private static final String CLOSING = "])}>»”\"";
    private static final String SEPARATORS = ":-–—|";
    private static final List<String> BARE_LETTERS =
            List.of("[MAT]", "(MAT)", "[TOI MAT]", "(TOI MAT)", "[TUYET MAT]", "(TUYET MAT)", "TUYET MAT", "TUYETMAT");

    private SecrecyMarking() {}

    /** Whether a field's text bears a marking. */
    static boolean inText(String text) {
        if (text.length() < 3) {
            return false;
        }
        String nfc = Normalizer.normalize(text, Normalizer.Form.NFC);
        String lower = nfc.toLowerCase(Locale.ROOT);
        for (int at = lower.indexOf(WORD); at >= 0; at = lower.indexOf(WORD, at + WORD.length())) {
            if (isWord(lower, at) && isMarking(nfc, lower, at)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a file name bears a marking: as a text does, or in capitals as its first or last part. */
    static boolean inFileName(String name) {
        int dot = name.lastIndexOf('.');
        String stem = Normalizer.normalize(dot > 0 ? name.substring(0, dot) : name, Normalizer.Form.NFC);
        String spaced =
                stem.replace('_', ' ').replace('-', ' ').replace('.', ' ').strip();
        if (inText(stem) || inText(spaced) || isBareLetters(spaced)) {
            return true;
        }
        String[] words = spaced.split(" +", -1);
        int last = words.length - 1;
        boolean atHead = words[0].equals("MẬT") && !isCompound(words[Math.min(1, last)]);
        boolean degreeAtHead = last >= 1
                && DEGREES.contains(words[0].toLowerCase(Locale.ROOT))
                && words[1].toLowerCase(Locale.ROOT).equals(WORD)
                && !isCompound(words[Math.min(2, last)]);
        boolean atEnd = words[last].equals("MẬT") && !isCompound(words[Math.max(0, last - 1)]);
        return atHead || degreeAtHead || atEnd;
    }

    /** Without accents only what cannot be another word: MAT alone is also face, eye and loss. */
    private static boolean isBareLetters(String text) {
        return BARE_LETTERS.stream().anyMatch(text::contains);
    }

    private static boolean isWord(String lower, int at) {
        int end = at + WORD.length();
        boolean begins = at == 0 || !Character.isLetterOrDigit(lower.charAt(at - 1));
        return begins && (end == lower.length() || !Character.isLetterOrDigit(lower.charAt(end)));
    }

    private static boolean isMarking(String text, String lower, int at) {
        int end = at + WORD.length();
        int start = at;
        int before = wordStart(lower, at);
        boolean degree =
                before >= 0 && DEGREES.contains(lower.substring(before, at).strip());
        if (degree) {
            start = before;
        }
        char left = neighbour(lower, start - 1, -1);
        char right = neighbour(lower, end, 1);
        boolean bracketed = left != 0 && OPENING.indexOf(left) >= 0 && right != 0 && CLOSING.indexOf(right) >= 0;
        if (bracketed || (followsLabel(lower, start) && !Character.isLetter(right))) {
            return true;
        }
        boolean head = left == 0 && (right == 0 || isSeparator(right));
        if (head) {
            return !joinsNext(lower, end);
        }
        if (!degree) {
            return false;
        }
        boolean capitalHead = left == 0 && isCapital(text.substring(start, end)) && !isCapital(text);
        return capitalHead || (isSeparator(left) && (right == 0 || isSeparator(right)));
    }

    /** All in capitals: says nothing where the whole text is. */
    private static boolean isCapital(String text) {
        return text.equals(text.toUpperCase(Locale.ROOT));
    }

    /** Whether a dash right behind ties it to a word, as in "mật-mã". */
    private static boolean joinsNext(String lower, int end) {
        return end + 1 < lower.length() && lower.charAt(end) == '-' && Character.isLetter(lower.charAt(end + 1));
    }

    private static boolean followsLabel(String lower, int start) {
        String head = lower.substring(0, start).stripTrailing();
        return head.endsWith("độ mật:") || head.endsWith("độ mật");
    }

    /** Where the word before begins, when only spaces lie between; -1 where there is none. */
    private static int wordStart(String lower, int at) {
        int i = at - 1;
        while (i >= 0 && lower.charAt(i) == ' ') {
            i--;
        }
        if (i < 0 || i == at - 1 || !Character.isLetter(lower.charAt(i))) {
            return -1;
        }
        while (i > 0 && Character.isLetter(lower.charAt(i - 1))) {
            i--;
        }
        return i;
    }

    /** The next character that is no space; 0 at the edge of the text. */
    private static char neighbour(String text, int from, int step) {
        int i = from;
        while (i >= 0 && i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i += step;
        }
        return i >= 0 && i < text.length() ? text.charAt(i) : 0;
    }

    private static boolean isSeparator(char c) {
        return SEPARATORS.indexOf(c) >= 0;
    }

    private static boolean isCompound(String word) {
        return COMPOUNDS.contains(word.toLowerCase(Locale.ROOT));
    }
}

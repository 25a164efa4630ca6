package vn.lienthong.gateway.finding;

import java.util.Objects;

/**
 * One thing noticed about one place of an input.
 *
 * @param code what kind of thing, stable across versions
 * @param severity how much it weighs
 * @param where the place in the input's own terms: an element path such as {@code MessageHeader/To[2]/OrganId}, a
 *     {@code line:column}, an attachment's name, a header's name
 * @param text what a person reads: {@code what: value (expected: …)}; never a secret, never a body. It is kept short,
 *     whatever was sent: a finding is stored, answered and shown
 */
public record Finding(ErrorCode code, Severity severity, String where, String text) {

    private static final int MAX_WHERE_CHARS = 500;
    private static final int MAX_TEXT_CHARS = 1_000;

    public Finding {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(text, "text");
        where = bounded(where, MAX_WHERE_CHARS);
        text = bounded(text, MAX_TEXT_CHARS);
    }

    private static String bounded(String text, int chars) {
        return text.length() <= chars ? text : text.substring(0, chars) + "…";
    }

    public static Finding error(ErrorCode code, String where, String text) {
        return new Finding(code, Severity.ERROR, where, text);
    }

    public static Finding warning(ErrorCode code, String where, String text) {
        return new Finding(code, Severity.WARNING, where, text);
    }

    public static Finding information(ErrorCode code, String where, String text) {
        return new Finding(code, Severity.INFORMATION, where, text);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}

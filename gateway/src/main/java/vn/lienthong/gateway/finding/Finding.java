package vn.lienthong.gateway.finding;

import java.util.Objects;

/**
 * One thing noticed about one place of an input.
 *
 * @param code what kind of thing, stable across versions
 * @param severity how much it weighs
 * @param where the place in the input's own terms: an element path such as {@code MessageHeader/To[2]/OrganId}, a
 *     {@code line:column}, an attachment's name, a header's name
 * @param text what a person reads: {@code what: value (expected: …)}; never a secret, never a body
 */
public record Finding(ErrorCode code, Severity severity, String where, String text) {

    public Finding {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(text, "text");
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

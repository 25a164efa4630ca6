package vn.lienthong.gateway.packet;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A date as the packet writes it, by rule {@code yyyy/MM/dd}.
 *
 * @param text as written; empty where there is none
 */
public record DateText(String text) {

    /** No date. */
    public static final DateText NONE = new DateText("");

    public DateText {
        Objects.requireNonNull(text, "text");
    }

    /** A date in the wire's form. */
    public static DateText of(LocalDate date) {
        return new DateText(VietnamTime.text(date));
    }

    /** The day it names; empty where the text names none, such as 30 February. */
    public Optional<LocalDate> date() {
        return VietnamTime.date(text);
    }

    /** Whether it is written as the regulation wants it. */
    public boolean isRegular() {
        return VietnamTime.isRegularDate(text);
    }
}

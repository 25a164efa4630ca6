package vn.lienthong.routes.door.console;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.tray.IncomingNumber;

/**
 * The fields of an incoming stamp as a browser sends them; bound by their names.
 *
 * @param file which of the document's files, from 0
 * @param again ticked by who was told that the document has stamps: how many
 * @param far ticked by who was told that the number is far above the next one
 * @param year the one for which the number was proposed
 */
record StampForm(
        @Nullable String number,
        @Nullable String date,
        @Nullable String forwarding,
        @Nullable String page,
        @Nullable String left,
        @Nullable String top,
        @Nullable String file,
        @Nullable String again,
        @Nullable String far,
        @Nullable String year,
        @Nullable String code) {

    private static final int LONGEST_FORWARDING = 120;

    /** Nothing typed yet. */
    boolean isFresh() {
        return number == null;
    }

    Optional<IncomingNumber> given() {
        return IncomingNumber.of(text(number));
    }

    /** The same with another number. */
    StampForm with(IncomingNumber other, int of) {
        return new StampForm(
                other.text(), date, forwarding, page, left, top, file, again, far, Integer.toString(of), code);
    }

    /** The year for which the number was proposed. */
    Optional<Integer> proposedFor() {
        return text(year).matches("[0-9]{4}") ? Optional.of(Integer.valueOf(text(year))) : Optional.empty();
    }

    /** Not before it came, and not after today: nothing arrives tomorrow. */
    Optional<LocalDate> day(LocalDate came, LocalDate today) {
        try {
            LocalDate day = LocalDate.parse(text(date));
            return day.isAfter(today) || day.isBefore(came) ? Optional.empty() : Optional.of(day);
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    /** In one line and bounded. */
    String onward() {
        String line = text(forwarding)
                .replaceAll("[\\p{Cntrl}\\p{Cn}\\p{Co}\\p{Cs}]+", " ")
                .strip();
        return line.length() <= LONGEST_FORWARDING
                ? line
                : line.substring(0, LONGEST_FORWARDING).strip();
    }

    SpotForm spot() {
        return new SpotForm(page, left, top);
    }

    /** Of how many stamps the clerk was told, who wants another beside. */
    int seen() {
        return text(again).matches("[0-9]{1,4}") ? Integer.parseInt(text(again)) : 0;
    }

    boolean confirmsFar() {
        return far != null;
    }

    /** What is wrong with what was typed; names of texts. */
    List<String> wrong(LocalDate came, LocalDate today) {
        List<String> wrong = new ArrayList<>();
        if (given().isEmpty()) {
            wrong.add("stamp.wrong.number");
        }
        if (day(came, today).isEmpty()) {
            wrong.add("stamp.wrong.date");
        }
        if (spot().isWrong()) {
            wrong.add("seal.wrong.spot");
        }
        return wrong;
    }

    static String text(@Nullable String sent) {
        return sent == null ? "" : sent.strip();
    }
}

package vn.lienthong.routes.strangers;

import java.util.Arrays;
import java.util.Locale;

/** What a caller hears, whatever the words of the door. */
enum Outcome {
    /** Not let in: who calls is not known. */
    ENTRY,
    /** Sent to the page where people log in. */
    LOGIN,
    /** Known, and may not do this. */
    FORBIDDEN,
    /** Told that there is no such thing, in the words for what really does not exist. */
    UNKNOWN,
    /** Answered with nothing in it. */
    EMPTY,
    /** Answered with what is everybody's. */
    ANSWERED,
    /** The call is not understood; nothing is said of any target. */
    MALFORMED,
    /** No stranger in this place: not tried. */
    MAY,
    /** Anything else: a fault. */
    STRANGE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Outcome ofWord(String word) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "outcome: " + word + " (expected: one of " + Arrays.toString(values()) + ")"));
    }
}

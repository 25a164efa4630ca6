package vn.lienthong.routes.door.console;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.seal.Spot;

/** Where on a page, as a browser sends it: millimetres with a point or a comma. */
record SpotForm(@Nullable String page, @Nullable String left, @Nullable String top) {

    private static final String MILLIMETRES = "-?[0-9]{1,4}([.,][0-9]{1,3})?";

    /** Empty where nothing was said, which means the usual place, and where it is no place. */
    Optional<Spot> spot() {
        return isEmpty() || !isPlace()
                ? Optional.empty()
                : Optional.of(new Spot(Integer.parseInt(text(page)), number(left), number(top)));
    }

    /** Whether something was said that is no place. */
    boolean isWrong() {
        return !isEmpty() && !isPlace();
    }

    private boolean isEmpty() {
        return text(page).isEmpty() && text(left).isEmpty() && text(top).isEmpty();
    }

    private boolean isPlace() {
        return text(page).matches("[1-9][0-9]{0,4}")
                && text(left).matches(MILLIMETRES)
                && text(top).matches(MILLIMETRES);
    }

    private static double number(@Nullable String sent) {
        return Double.parseDouble(text(sent).replace(',', '.'));
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent.strip();
    }
}

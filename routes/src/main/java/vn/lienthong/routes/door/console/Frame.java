package vn.lienthong.routes.door.console;

import java.util.Locale;
import vn.lienthong.gateway.signature.form.Place;

/** Where a form will stand, in millimetres to a tenth, as fields and the page's script take it. */
record Frame(int page, String left, String top, String width, String height) {

    static Frame of(Place place) {
        return new Frame(
                place.page(),
                millimetres(place.leftMm()),
                millimetres(place.topMm()),
                millimetres(place.widthMm()),
                millimetres(place.heightMm()));
    }

    private static String millimetres(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}

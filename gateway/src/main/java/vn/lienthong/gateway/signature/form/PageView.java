package vn.lienthong.gateway.signature.form;

import java.awt.geom.AffineTransform;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * A page as it is shown (ISO 32000-1 §14.11.2, §8.3.2.3): cut to its crop box, turned by its rotation, in its own unit.
 *
 * @param box what is shown of the page, in its own space
 * @param quarterTurns clockwise, 0 to 3
 * @param unit how many points one unit of the page's space is
 */
record PageView(PDRectangle box, int quarterTurns, double unit) {
    static final double POINTS_PER_MM = 72 / 25.4;

    static PageView of(PDPage page) {
        float unit = page.getUserUnit();
        return new PageView(
                page.getCropBox(),
                Math.floorMod(page.getRotation() / 90, 4),
                Float.isFinite(unit) && unit > 0 ? unit : 1);
    }

    double widthMm() {
        return mm(quarterTurns % 2 == 0 ? box.getWidth() : box.getHeight());
    }

    double heightMm() {
        return mm(quarterTurns % 2 == 0 ? box.getHeight() : box.getWidth());
    }

    private double mm(double units) {
        return units * unit / POINTS_PER_MM;
    }

    private double units(double mm) {
        return mm * POINTS_PER_MM / unit;
    }

    /** In the page's own space. */
    PDRectangle rectangle(Place place) {
        double left = units(place.leftMm());
        double top = units(place.topMm());
        double right = left + units(place.widthMm());
        double bottom = top + units(place.heightMm());
        return switch (quarterTurns) {
            case 1 -> spanned(box.getLowerLeftX() + top, box.getLowerLeftY() + left, bottom - top, right - left);
            case 2 -> spanned(box.getUpperRightX() - right, box.getLowerLeftY() + top, right - left, bottom - top);
            case 3 -> spanned(box.getUpperRightX() - bottom, box.getUpperRightY() - right, bottom - top, right - left);
            default -> spanned(box.getLowerLeftX() + left, box.getUpperRightY() - bottom, right - left, bottom - top);
        };
    }

    private static PDRectangle spanned(double x, double y, double width, double height) {
        return new PDRectangle((float) x, (float) y, (float) width, (float) height);
    }

    /** As it is seen. */
    Place place(int page, PDRectangle rectangle) {
        double x = rectangle.getLowerLeftX() - box.getLowerLeftX();
        double y = rectangle.getLowerLeftY() - box.getLowerLeftY();
        double width = rectangle.getWidth();
        double height = rectangle.getHeight();
        return switch (quarterTurns) {
            case 1 -> seen(page, y, x, height, width);
            case 2 -> seen(page, box.getWidth() - x - width, y, width, height);
            case 3 -> seen(page, box.getHeight() - y - height, box.getWidth() - x - width, height, width);
            default -> seen(page, x, box.getHeight() - y - height, width, height);
        };
    }

    private Place seen(int page, double left, double top, double width, double height) {
        return new Place(page, mm(left), mm(top), mm(width), mm(height));
    }

    /** Inside the page: made smaller where it is larger than the page, moved where it would stand out. */
    Place inside(Place place) {
        double scale = Math.min(1, Math.min(widthMm() / place.widthMm(), heightMm() / place.heightMm()));
        double width = place.widthMm() * scale;
        double height = place.heightMm() * scale;
        return new Place(
                place.page(),
                Math.max(0, Math.min(place.leftMm(), widthMm() - width)),
                Math.max(0, Math.min(place.topMm(), heightMm() - height)),
                width,
                height);
    }

    /** Turns a drawing so that it stands upright on the page as it is shown (§12.5.5). */
    AffineTransform upright() {
        return AffineTransform.getQuadrantRotateInstance(quarterTurns);
    }
}

package vn.lienthong.gateway.signature.form;

/**
 * Where a form stands on a page, as the reader sees that page: turned as it is shown, cut to what is shown of it.
 *
 * @param page from 1; {@link #LAST_PAGE} for the last one
 * @param leftMm from the left edge of the page to the left edge of the form
 * @param topMm from the upper edge of the page to the upper edge of the form
 * @param widthMm of the picture or the frame
 * @param heightMm of the picture or the frame
 */
public record Place(int page, double leftMm, double topMm, double widthMm, double heightMm) {
    public static final int LAST_PAGE = 0;

    private static final double LEAST_MM = 0.1;
    private static final double MOST_MM = 10_000;

    public Place {
        if (page < LAST_PAGE) {
            throw new IllegalArgumentException("page: " + page + " (expected: from 1, or 0 for the last one)");
        }
        check("left", leftMm, -MOST_MM);
        check("top", topMm, -MOST_MM);
        check("width", widthMm, LEAST_MM);
        check("height", heightMm, LEAST_MM);
    }

    private static void check(String name, double value, double least) {
        if (!(value >= least && value <= MOST_MM)) {
            throw new IllegalArgumentException(
                    name + ": " + value + " mm (expected: from " + least + " to " + MOST_MM + ")");
        }
    }

    /** The same size somewhere else. */
    public Place movedTo(int newPage, double newLeftMm, double newTopMm) {
        return new Place(newPage, newLeftMm, newTopMm, widthMm, heightMm);
    }
}

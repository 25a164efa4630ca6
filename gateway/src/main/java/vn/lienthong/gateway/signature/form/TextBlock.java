package vn.lienthong.gateway.signature.form;

import java.util.List;

/**
 * Text in lines of one size.
 *
 * @param size of the letters, in points
 */
record TextBlock(double size, List<String> lines) {
    private static final double STEP_POINTS = 4;

    /**
     * A text in the first of the sizes in which nothing of it is cut, else cut in the last. Its lines are about equally long: a
     * last line of one short word looks forgotten.
     */
    static TextBlock fitted(Typeface face, String text, List<Double> sizes, double width, int mostLines) {
        for (double size : sizes) {
            List<String> lines = face.wrapped(text, size, width, mostLines);
            if (whole(text, lines)) {
                return new TextBlock(size, balanced(face, text, size, width, lines));
            }
        }
        return new TextBlock(sizes.getLast(), face.wrapped(text, sizes.getLast(), width, mostLines));
    }

    private static boolean whole(String text, List<String> lines) {
        return String.join(" ", lines).equals(text);
    }

    private static List<String> balanced(Typeface face, String text, double size, double width, List<String> lines) {
        List<String> best = lines;
        for (double narrower = width - STEP_POINTS; lines.size() > 1 && narrower > 0; narrower -= STEP_POINTS) {
            List<String> tried = face.wrapped(text, size, narrower, lines.size());
            if (!whole(text, tried)) {
                break;
            }
            best = tried;
        }
        return best;
    }

    double height() {
        return lines.size() * size * Layout.LEADING;
    }
}

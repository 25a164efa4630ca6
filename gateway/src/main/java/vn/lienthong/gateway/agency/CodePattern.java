package vn.lienthong.gateway.agency;

import java.util.regex.Pattern;

/** The published shapes of a code. The directory decides whether a code is valid; a shape only warns. */
public enum CodePattern {
    /** QĐ 20/2020/QĐ-TTg Art 4: groups growing left to right, at most 35 characters. */
    QD20("[A-Y][0-9]{2}(\\.[0-9A-Z]+)*"),
    /** QCVN 102:2016/BTTTT: thirteen characters, read right to left. */
    QCVN102_OLD("[0-9]{3}\\.[0-9]{2}\\.[0-9]{2}\\.[A-Y][0-9]{2}"),
    /** QĐ 20/2020/QĐ-TTg Art 6: a registered scheme and that scheme's own code. */
    SCHEME_Z("Z[0-9]{2}[0-9A-Z]{1,32}"),
    /** QĐ 20/2020/QĐ-TTg Art 5: the registration number of a business. */
    BUSINESS("[0-9]{10}(-?[0-9]{3})?|[0-9]{12}"),
    /** None of them; such codes are in real use ({@code 00.23.H57}, {@code vxp.saas.03}). */
    IRREGULAR(".*");

    private static final int LONGEST = 35;

    private final Pattern shape;

    CodePattern(String shape) {
        this.shape = Pattern.compile(shape, Pattern.DOTALL);
    }

    static CodePattern of(String text) {
        if (text.length() > LONGEST) {
            return IRREGULAR;
        }
        for (CodePattern candidate : values()) {
            if (candidate.shape.matcher(text).matches()) {
                return candidate;
            }
        }
        return IRREGULAR;
    }
}

package vn.lienthong.gateway.signature.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HexFormat;

/** Writes a content stream (ISO 32000-1 §7.8.2): operands, then the operator. */
final class Operators {
    /** A ten-thousandth of a point is nothing that anyone sees. */
    private static final int DECIMALS = 4;

    private final StringBuilder text = new StringBuilder();

    Operators numbers(double... values) {
        for (double value : values) {
            // Never in the notation with an exponent, which the format does not know (§7.3.3).
            raw(new BigDecimal(value)
                    .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                    .stripTrailingZeros()
                    .toPlainString());
        }
        return this;
    }

    /** Two bytes each (§9.7.4.2, Identity-H). */
    Operators codes(int... values) {
        text.append('<');
        HexFormat digits = HexFormat.of();
        for (int value : values) {
            text.append(digits.toHexDigits((char) value));
        }
        text.append("> ");
        return this;
    }

    Operators name(String name) {
        return raw("/" + name);
    }

    Operators raw(String operand) {
        text.append(operand).append(' ');
        return this;
    }

    Operators operator(String operator) {
        text.append(operator).append('\n');
        return this;
    }

    String text() {
        return text.toString();
    }
}

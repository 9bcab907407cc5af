package io.github.modelwarden.alerting;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as people and PromQL read them. */
final class Numbers {

    private static final MathContext FOUR_DIGITS = new MathContext(4);

    private Numbers() {}

    /** All digits that tell the number apart, without exponent or trailing zeros. */
    static String exact(double number) {
        return plain(new BigDecimal(Double.toString(number)));
    }

    /** Four significant digits. */
    static String rounded(double number) {
        return Double.isFinite(number) ? plain(new BigDecimal(number).round(FOUR_DIGITS)) : Double.toString(number);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}

package io.github.modelwarden.alerting;

import java.math.BigDecimal;
import java.math.MathContext;

/** PlainNumbers as people and PromQL read them. */
public final class PlainNumbers {

    private static final MathContext FOUR_DIGITS = new MathContext(4);

    private PlainNumbers() {}

    /**
     * All digits that tell a number apart, without exponent or trailing zeros.
     *
     * @param number a finite number
     * @return for example {@code 0.05}
     */
    public static String exact(double number) {
        return plain(new BigDecimal(Double.toString(number)));
    }

    /**
     * Four significant digits.
     *
     * @param number a number
     * @return for example {@code 0.1235}; {@code NaN} and {@code Infinity} as they are
     */
    public static String rounded(double number) {
        return Double.isFinite(number) ? plain(new BigDecimal(number).round(FOUR_DIGITS)) : Double.toString(number);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}

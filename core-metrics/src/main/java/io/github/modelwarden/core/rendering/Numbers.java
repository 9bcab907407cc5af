package io.github.modelwarden.core.rendering;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as people read them. */
public final class Numbers {

    private static final double SMALL = 1e-4;
    private static final double LARGE = 1e9;

    private Numbers() {}

    /**
     * Four significant digits, in powers of ten only where plain digits would not be read.
     *
     * @param value a finite number
     * @return its text
     */
    public static String plain(double value) {
        double size = Math.abs(value);
        if (value != 0 && (size < SMALL || size >= LARGE)) {
            return String.format(Locale.ROOT, "%.2e", value);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(4));
        return (rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros()).toPlainString();
    }

    /**
     * {@link #plain(double)}, or a dash.
     *
     * @param value a finite number, if there is one
     * @return its text
     */
    public static String plain(OptionalDouble value) {
        return value.isPresent() ? plain(value.getAsDouble()) : "–";
    }

    /**
     * A ratio in percent with one decimal.
     *
     * @param ratio the ratio
     * @return its text
     */
    public static String percent(double ratio) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * ratio);
    }

    /**
     * A p-value; below a ten-thousandth nothing but the order of magnitude is of interest.
     *
     * @param value the p-value
     * @return its text
     */
    public static String pValue(double value) {
        return value < SMALL ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", value);
    }

    /**
     * {@link #pValue(double)}, or a dash.
     *
     * @param value the p-value, if there is one
     * @return its text
     */
    public static String pValue(OptionalDouble value) {
        return value.isPresent() ? pValue(value.getAsDouble()) : "–";
    }

    /**
     * A count with its thousands set apart.
     *
     * @param rows the count
     * @return its text
     */
    public static String rows(long rows) {
        return String.format(Locale.ROOT, "%,d", rows).replace(',', '\u202f');
    }

    /**
     * A count of rows with its unit.
     *
     * @param rows the count
     * @return its text, such as "1 row"
     */
    public static String withUnit(long rows) {
        return rows(rows) + (rows == 1 ? " row" : " rows");
    }
}

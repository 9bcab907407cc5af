package io.github.modelwarden.tabular;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * Numbers as programs print them: digits with an optional sign, decimal point and exponent, such as {@code 1e5},
 * {@code -3.2E-4}, {@code +5}, {@code .5} and {@code 5.}, with blanks around. Not hexadecimal, no grouping, no suffix, no
 * words.
 */
final class NumberText {

    /** Below it a double tells every whole number from the next. */
    static final double LARGEST_EXACT = 1L << 53;

    private static final int LONGEST_EXACT = 40;

    private NumberText() {}

    /**
     * Reads a number, correctly rounded.
     *
     * @return the number, infinite if it is too large for a double; NaN if the text is not a number
     */
    static double parse(byte[] bytes, int start, int end) {
        double plain = start < end && end >= DecimalText.REACH ? DecimalText.parse(bytes, start, end) : Double.NaN;
        return Double.isNaN(plain) ? parseAny(bytes, start, end) : plain;
    }

    private static double parseAny(byte[] bytes, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && isBlank(bytes[from])) {
            from++;
        }
        while (from < to && isBlank(bytes[to - 1])) {
            to--;
        }
        // the parser also takes what Java source code takes: words, suffixes and hexadecimal digits
        if (from == to || !mayEnd(bytes[to - 1]) || isHexadecimal(bytes, from, to)) {
            return Double.NaN;
        }
        try {
            return JavaDoubleParser.parseDouble(bytes, from, to - from);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static boolean mayEnd(byte b) {
        return isDigit(b) || b == '.';
    }

    private static boolean isHexadecimal(byte[] bytes, int from, int to) {
        int at = bytes[from] == '-' || bytes[from] == '+' ? from + 2 : from + 1;
        return at < to && (bytes[at] | 0x20) == 'x';
    }

    /** Tells whether {@link #parse} gives a number, without the cost of an exception when it does not. */
    static boolean matches(byte[] bytes, int start, int end) {
        int at = start;
        int to = end;
        while (at < to && isBlank(bytes[at])) {
            at++;
        }
        while (at < to && isBlank(bytes[to - 1])) {
            to--;
        }
        if (at < to && (bytes[at] == '-' || bytes[at] == '+')) {
            at++;
        }
        int whole = afterDigits(bytes, at, to);
        int digits = whole - at;
        at = whole;
        if (at < to && bytes[at] == '.') {
            at = afterDigits(bytes, whole + 1, to);
            digits += at - whole - 1;
        }
        return digits > 0 && (at == to || isExponent(bytes, at, to));
    }

    private static boolean isExponent(byte[] bytes, int start, int end) {
        int at = start + 1;
        if ((bytes[start] | 0x20) != 'e') {
            return false;
        }
        if (at < end && (bytes[at] == '-' || bytes[at] == '+')) {
            at++;
        }
        return at < end && afterDigits(bytes, at, end) == end;
    }

    /** Tells whether a text is a whole number without an exponent that is not the number it was read as. */
    static boolean losesDigits(double value, byte[] bytes, int start, int end) {
        if (Math.abs(value) < LARGEST_EXACT) {
            return false;
        }
        int from = start;
        int to = end;
        while (isBlank(bytes[from])) {
            from++;
        }
        while (isBlank(bytes[to - 1])) {
            to--;
        }
        int digits = bytes[from] == '-' || bytes[from] == '+' ? from + 1 : from;
        if (afterDigits(bytes, digits, to) != to) {
            return false;
        }
        return to - digits > LONGEST_EXACT
                || new BigDecimal(new String(bytes, digits, to - digits, StandardCharsets.US_ASCII))
                                .compareTo(new BigDecimal(Math.abs(value)))
                        != 0;
    }

    private static int afterDigits(byte[] bytes, int start, int end) {
        int at = start;
        while (at < end && isDigit(bytes[at])) {
            at++;
        }
        return at;
    }

    /** Tells whether a text without blanks around is a word for infinity, with or without a sign, in any case. */
    static boolean isInfinity(byte[] bytes, int start, int end) {
        int from = start < end && (bytes[start] == '-' || bytes[start] == '+') ? start + 1 : start;
        return is(bytes, from, end, "inf") || is(bytes, from, end, "infinity");
    }

    private static boolean is(byte[] bytes, int from, int end, String word) {
        if (end - from != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if ((bytes[from + i] | 0x20) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /** Tells whether a byte is a space or a control character, which do not belong to a value at its ends. */
    static boolean isBlank(byte b) {
        return b >= 0 && b <= ' ';
    }
}

package io.github.modelwarden.tabular;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;

/**
 * Reads plain decimals such as {@code -12.75} and {@code 0.30000000000000004}, eight bytes at a time and without a branch
 * for each digit; everything else is left to the general parser. The result is correctly rounded: with up to 15 digits by
 * one exact division (Clinger 1990, doi:10.1145/93542.93557), with up to 19 by the algorithm of Eisel and Lemire (Lemire
 * 2021, doi:10.1002/spe.2984), which knows when it cannot decide.
 */
final class DecimalText {

    /** Bytes before the end of a text that are looked at, and so have to be there. */
    static final int REACH = 24;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long ZEROS = 0x3030303030303030L;
    private static final long POINTS = 0x2E2E2E2E2E2E2E2EL;
    /** Adding it sets the high bit of each byte above '9'. */
    private static final long ABOVE_NINE = 0x4646464646464646L;

    private static final long EIGHT_DIGITS = 100_000_000;
    /** Leading digits before sixteen others, so that 19 digits fit into a long. */
    private static final long MOST_LEADING = 1_000;

    private static final long MOST_EXACT = 1L << 53;
    private static final int SMALLEST_POWER = -22;

    /** Powers of ten that a double holds exactly. */
    private static final double[] POWERS = new double[1 - SMALLEST_POWER];
    /** The first 64 and the next 64 bits of 10^-i, rounded up. */
    private static final long[] INVERSE_HIGH = new long[1 - SMALLEST_POWER];

    private static final long[] INVERSE_LOW = new long[1 - SMALLEST_POWER];
    /** Keeps the last i bytes of a word, which are its high ones. */
    private static final long[] LAST_BYTES = new long[Long.BYTES + 1];

    static {
        for (int i = 0; i <= -SMALLEST_POWER; i++) {
            BigInteger power = BigInteger.TEN.pow(i);
            POWERS[i] = power.doubleValue();
            // 127 bits and the length of the power make 128 bits of the inverse; 10^0 is exact
            BigInteger inverse =
                    BigInteger.ONE.shiftLeft(power.bitLength() + 127).divide(power);
            inverse = i == 0 ? inverse.shiftRight(1) : inverse.add(BigInteger.ONE);
            INVERSE_HIGH[i] = inverse.shiftRight(Long.SIZE).longValue();
            INVERSE_LOW[i] = inverse.longValue();
        }
        for (int i = 1; i <= Long.BYTES; i++) {
            LAST_BYTES[i] = -1L << (Long.SIZE - Byte.SIZE * i);
        }
    }

    private DecimalText() {}

    /**
     * Reads a decimal.
     *
     * @param bytes the text, with at least {@link #REACH} bytes before the end
     * @param start the first byte; before the end
     * @param end after the last byte
     * @return the number, NaN if the text is something else or cannot be read here
     */
    static double parse(byte[] bytes, int start, int end) {
        int sign = (((bytes[start] & 0xFF) ^ '-') - 1) >>> 31;
        int length = end - start - sign;
        double size = length <= 8
                ? upTo8(bytes, end, length)
                : length <= 16 ? upTo16(bytes, end, length) : length <= 24 ? upTo24(bytes, end, length) : Double.NaN;
        return Double.longBitsToDouble(Double.doubleToRawLongBits(size) | (long) sign << 63);
    }

    private static double upTo8(byte[] bytes, int end, int length) {
        long word = lastBytes(bytes, end, length);
        long point = points(word);
        int decimals = 0;
        if (point != 0) {
            int at = Long.numberOfTrailingZeros(point) & ~7;
            word = withoutPoint(word, at, '0');
            decimals = 7 - (at >>> 3);
        }
        boolean isNumber = (notDigits(word) & HIGH_BITS) == 0 && length > (point == 0 ? 0 : 1);
        return isNumber ? digits(word) / POWERS[decimals] : Double.NaN;
    }

    private static double upTo16(byte[] bytes, int end, int length) {
        long high = lastBytes(bytes, end - 8, length - 8);
        long low = (long) WORDS.get(bytes, end - 8);
        int decimals = 0;
        long point = points(high);
        if (point != 0) {
            int at = Long.numberOfTrailingZeros(point) & ~7;
            high = withoutPoint(high, at, '0');
            decimals = 15 - (at >>> 3);
        } else if ((point = points(low)) != 0) {
            int at = Long.numberOfTrailingZeros(point) & ~7;
            low = withoutPoint(low, at, high >>> 56);
            high = (high << 8) | '0';
            decimals = 7 - (at >>> 3);
        }
        long number = digits(high) * EIGHT_DIGITS + digits(low);
        boolean isNumber = ((notDigits(high) | notDigits(low)) & HIGH_BITS) == 0 && number <= MOST_EXACT;
        return isNumber ? number / POWERS[decimals] : Double.NaN;
    }

    private static double upTo24(byte[] bytes, int end, int length) {
        long high = lastBytes(bytes, end - 16, length - 16);
        long middle = (long) WORDS.get(bytes, end - 16);
        long low = (long) WORDS.get(bytes, end - 8);
        int decimals;
        long point = points(high);
        if (point != 0) {
            int at = Long.numberOfTrailingZeros(point) & ~7;
            high = withoutPoint(high, at, '0');
            decimals = 23 - (at >>> 3);
        } else {
            point = points(middle);
            int at = Long.numberOfTrailingZeros(point) & ~7;
            middle = withoutPoint(middle, at & 63, high >>> 56);
            high = (high << 8) | '0';
            decimals = 15 - (at >>> 3);
        }
        long leading = digits(high);
        long wrong = (notDigits(high) | notDigits(middle) | notDigits(low)) & HIGH_BITS;
        if (wrong != 0 || point == 0 || leading >= MOST_LEADING || decimals > -SMALLEST_POWER) {
            return Double.NaN;
        }
        return scaled((leading * EIGHT_DIGITS + digits(middle)) * EIGHT_DIGITS + digits(low), decimals);
    }

    /** The nearest double to an unsigned number divided by a power of ten; NaN if this does not decide it. */
    private static double scaled(long number, int decimals) {
        if (number == 0) {
            return 0;
        }
        int zeros = Long.numberOfLeadingZeros(number);
        long factor = number << zeros;
        long inverse = INVERSE_HIGH[decimals];
        long low = factor * inverse;
        // multiplyHigh takes both for signed; their highest bits are set
        long high = Math.multiplyHigh(factor, inverse) + factor + inverse;
        if ((high & 0x1FF) == 0x1FF) {
            long next = INVERSE_LOW[decimals];
            long carry = Math.multiplyHigh(factor, next) + ((factor >> 63) & next) + ((next >> 63) & factor);
            low += carry;
            high += Long.compareUnsigned(low, carry) < 0 ? 1 : 0;
        }
        int upper = (int) (high >>> 63);
        long mantissa = high >>> (upper + 9);
        if (Long.compareUnsigned(low, 1) <= 0 && (mantissa & 3) == 1) {
            return Double.NaN; // maybe half way between two doubles
        }
        mantissa = (mantissa + (mantissa & 1)) >>> 1;
        // 217706 / 2^16 is the binary logarithm of ten, near enough; a mantissa that was rounded up to 2^53 adds one
        long exponent = ((-217_706L * decimals) >> 16) + 1023 + 63 + upper - zeros;
        return Double.longBitsToDouble((exponent << 52) + (mantissa - (1L << 52)));
    }

    private static long lastBytes(byte[] bytes, int end, int count) {
        long kept = LAST_BYTES[count];
        return ((long) WORDS.get(bytes, end - Long.BYTES) & kept) | (ZEROS & ~kept);
    }

    /** Marks the points in the high bits. */
    private static long points(long word) {
        long other = word ^ POINTS;
        return ~(((other & ~HIGH_BITS) + ~HIGH_BITS) | other) & HIGH_BITS;
    }

    /** Moves the bytes before a point over it and fills in the first one. */
    private static long withoutPoint(long word, int at, long first) {
        long before = (1L << at) - 1;
        return (word & ~((before << 8) | 0xFF)) | ((word & before) << 8) | first;
    }

    /** Sets a high bit if a byte is no digit. */
    private static long notDigits(long word) {
        return (word + ABOVE_NINE) | (word - ZEROS);
    }

    /** The number that eight digits make. */
    private static long digits(long word) {
        long pairs = word - ZEROS;
        pairs = pairs * 10 + (pairs >>> 8);
        return ((pairs & 0x000000FF000000FFL) * 0x000F424000000064L
                        + ((pairs >>> 16) & 0x000000FF000000FFL) * 0x0000271000000001L)
                >>> 32;
    }
}

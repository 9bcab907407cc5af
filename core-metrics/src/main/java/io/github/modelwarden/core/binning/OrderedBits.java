package io.github.modelwarden.core.binning;

/**
 * Numbers as whole numbers of the same order: the bits of a double, those below the sign turned over where it is negative.
 * Numbers that agree in the leading bits lie close together, at every magnitude.
 */
public final class OrderedBits {

    private OrderedBits() {}

    /**
     * Turns a number into bits.
     *
     * @param value any number but NaN; 0.0 follows directly on −0.0
     * @return bits that compare like the numbers
     */
    public static long of(double value) {
        long bits = Double.doubleToRawLongBits(value);
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }

    /**
     * Turns bits back into the number.
     *
     * @param ordered what {@link #of} returned
     * @return the number
     */
    public static double toDouble(long ordered) {
        return Double.longBitsToDouble(ordered ^ ((ordered >> 63) & Long.MAX_VALUE));
    }
}

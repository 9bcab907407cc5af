package io.github.modelwarden.core.profile;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.mapping.CubicallyInterpolatedMapping;
import com.datadoghq.sketch.ddsketch.mapping.IndexMapping;
import com.datadoghq.sketch.ddsketch.store.UnboundedSizeDenseStore;

/**
 * Quantiles of a stream of numbers without the numbers: counts over buckets whose width grows with the magnitude. A quantile
 * it returns differs from the value at that rank by at most {@value #RELATIVE_ACCURACY} of that value, for numbers of either
 * sign; numbers closer to zero than 10⁻³⁰⁷ count as zero. Smallest and largest value are exact.
 *
 * <p>Size: at most a few kilobytes for numbers within six orders of magnitude, half a megabyte for all doubles.
 * {@link #combine} is exact: the sketch of a union is the combination of the sketches, bucket by bucket. Not thread-safe.
 *
 * @see <a href="https://doi.org/10.14778/3352063.3352135">Masson, Rim and Lee 2019, DDSketch,
 *     doi:10.14778/3352063.3352135</a>
 */
public final class QuantileSketch {

    /** Largest relative error of a quantile. */
    public static final double RELATIVE_ACCURACY = 0.01;

    private static final IndexMapping MAPPING = new CubicallyInterpolatedMapping(RELATIVE_ACCURACY);
    private static final double LARGEST = MAPPING.maxIndexableValue();

    private final DDSketch sketch;
    private double min;
    private double max;

    private QuantileSketch(DDSketch sketch, double min, double max) {
        this.sketch = sketch;
        this.min = min;
        this.max = max;
    }

    /** {@return the sketch of nothing} */
    public static QuantileSketch create() {
        return new QuantileSketch(
                new DDSketch(MAPPING, UnboundedSizeDenseStore::new),
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY);
    }

    /** What a bucket counts: positive numbers, negative ones, or zero. */
    interface Buckets {
        void accept(int sign, int index, long count);
    }

    /**
     * Adds a number.
     *
     * @param value the number, finite; NaN is passed over
     * @throws IllegalArgumentException if the number is infinite
     */
    public void accept(double value) {
        if (Double.isNaN(value)) {
            return;
        }
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "quantile sketch: expected a finite number or NaN for missing, but got " + value);
        }
        sketch.accept(Math.max(-LARGEST, Math.min(LARGEST, value)));
        min = Math.min(min, value);
        max = Math.max(max, value);
    }

    /** Adds finite numbers whose extremes are known. */
    void accept(double[] values, int size, double smallest, double largest) {
        if (size == 0) {
            return;
        }
        if (largest > LARGEST || smallest < -LARGEST) {
            for (int i = 0; i < size; i++) {
                accept(values[i]);
            }
            return;
        }
        for (int i = 0; i < size; i++) {
            sketch.accept(values[i]);
        }
        min = Math.min(min, smallest);
        max = Math.max(max, largest);
    }

    /**
     * Adds all that another has seen.
     *
     * @param other another sketch, not changed
     * @return this
     */
    public QuantileSketch combine(QuantileSketch other) {
        sketch.mergeWith(other.sketch);
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
        return this;
    }

    /**
     * The value at a rank.
     *
     * @param q share of the numbers that lie below, 0 to 1
     * @return a number within {@value #RELATIVE_ACCURACY} of the one at position ⌊q·(n − 1)⌋ in ascending order, counted from
     *     0; the smallest for 0 and the largest for 1, exactly; NaN without numbers
     * @throws IllegalArgumentException if {@code q} is not between 0 and 1
     */
    public double quantile(double q) {
        if (!(q >= 0 && q <= 1)) {
            throw new IllegalArgumentException("quantile sketch: expected a share from 0 to 1 but got " + q);
        }
        if (sketch.isEmpty()) {
            return Double.NaN;
        }
        if (q == 0 || q == 1) {
            return q == 0 ? min : max;
        }
        return Math.max(min, Math.min(max, sketch.getValueAtQuantile(q)));
    }

    /** {@return the number of numbers added} */
    public long count() {
        return (long) sketch.getCount();
    }

    /** {@return the smallest number, NaN without numbers} */
    public double min() {
        return sketch.isEmpty() ? Double.NaN : min;
    }

    /** {@return the largest number, NaN without numbers} */
    public double max() {
        return sketch.isEmpty() ? Double.NaN : max;
    }

    /** {@return a copy that no longer follows this sketch} */
    public QuantileSketch copy() {
        return new QuantileSketch(sketch.copy(), min, max);
    }

    /** Hands out the buckets: negative ones, zero if there is any, positive ones, by ascending index each. */
    void forEach(Buckets buckets) {
        sketch.getNegativeValueStore()
                .getAscendingIterator()
                .forEachRemaining(bin -> buckets.accept(-1, bin.getIndex(), (long) bin.getCount()));
        double zeros = sketch.getCount()
                - sketch.getNegativeValueStore().getTotalCount()
                - sketch.getPositiveValueStore().getTotalCount();
        if (zeros > 0) {
            buckets.accept(0, 0, (long) zeros);
        }
        sketch.getPositiveValueStore()
                .getAscendingIterator()
                .forEachRemaining(bin -> buckets.accept(1, bin.getIndex(), (long) bin.getCount()));
    }

    /**
     * Adds what {@link #forEach} handed out.
     *
     * @throws IllegalArgumentException if no number falls into such a bucket
     */
    void add(int sign, int index, long count) {
        boolean inside = index >= MAPPING.index(MAPPING.minIndexableValue()) && index <= MAPPING.index(LARGEST);
        if (count < 1 || Math.abs(sign) > 1 || (sign != 0 && !inside)) {
            throw new IllegalArgumentException("quantile sketch: bucket " + index + " cannot count " + count);
        }
        switch (sign) {
            case -1 -> sketch.getNegativeValueStore().add(index, (double) count);
            case 0 -> sketch.accept(0, (double) count);
            default -> sketch.getPositiveValueStore().add(index, (double) count);
        }
    }

    /** Sets the extremes, which the buckets do not know. */
    void restore(double smallest, double largest) {
        min = smallest;
        max = largest;
    }
}

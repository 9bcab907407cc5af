package io.github.modelwarden.core.profile;

/**
 * Count, mean, variance, minimum and maximum of a stream of numbers, in one pass and mergeable.
 *
 * <p>Update: {@code δ = x − mean; mean += δ / n; M2 += δ·(x − mean)}. Combination of two parts a and b:
 * {@code mean = mean_a + δ·n_b / n}, {@code M2 = M2_a + M2_b + δ²·n_a·n_b / n} with {@code δ = mean_b − mean_a}. NaN is
 * passed over. Combination is commutative and associative up to rounding. Not thread-safe.
 *
 * @see <a href="https://doi.org/10.1080/00401706.1962.10490022">Welford 1962, doi:10.1080/00401706.1962.10490022</a>
 */
public final class Moments {

    private long count;
    private double mean;
    private double squares;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    private Moments() {}

    /** {@return the moments of nothing} */
    public static Moments create() {
        return new Moments();
    }

    static Moments of(long count, double mean, double squares, double min, double max) {
        Moments moments = new Moments();
        moments.count = count;
        moments.mean = mean;
        moments.squares = squares;
        moments.min = min;
        moments.max = max;
        return moments;
    }

    /**
     * Adds a value.
     *
     * @param value the value; NaN is passed over
     */
    public void accept(double value) {
        if (Double.isNaN(value)) {
            return;
        }
        count++;
        double delta = value - mean;
        mean += delta / count;
        squares += delta * (value - mean);
        min = Math.min(min, value);
        max = Math.max(max, value);
    }

    /** Adds numbers none of which is NaN, twice as fast as one by one: sum first, then squares about their mean. */
    void accept(double[] values, int size) {
        if (size == 0) {
            return;
        }
        Moments block = ofBlock(values, size);
        if (Double.isFinite(block.squares)) {
            combine(block);
            return;
        }
        for (int i = 0; i < size; i++) {
            accept(values[i]);
        }
    }

    private static Moments ofBlock(double[] values, int size) {
        double sum = 0;
        double low = values[0];
        double high = values[0];
        for (int i = 0; i < size; i++) {
            sum += values[i];
            low = Math.min(low, values[i]);
            high = Math.max(high, values[i]);
        }
        if (low == high) {
            return of(size, low, 0, low, high); // a constant has no variance, rounding or not
        }
        double mean = sum / size;
        double squares = 0;
        double rest = 0;
        for (int i = 0; i < size; i++) {
            double delta = values[i] - mean;
            squares += delta * delta;
            rest += delta;
        }
        // the deviations would add up to zero but for the rounding of the mean
        return of(size, mean + rest / size, Math.max(0, squares - rest * rest / size), low, high);
    }

    /**
     * Adds all that another has seen.
     *
     * @param other other moments, not changed
     * @return this
     */
    public Moments combine(Moments other) {
        if (other.count == 0) {
            return this;
        }
        long total = count + other.count;
        double delta = other.mean - mean;
        squares += other.squares + delta * delta * ((double) count * other.count / total);
        mean += delta * other.count / total;
        count = total;
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
        return this;
    }

    /** {@return the number of values that were not NaN} */
    public long count() {
        return count;
    }

    /** {@return the mean, NaN without values} */
    public double mean() {
        return count == 0 ? Double.NaN : mean;
    }

    /** {@return the sample variance (n − 1), NaN with fewer than two values} */
    public double variance() {
        return count < 2 ? Double.NaN : squares / (count - 1);
    }

    /** {@return the square root of {@link #variance()}} */
    public double standardDeviation() {
        return Math.sqrt(variance());
    }

    /** {@return the smallest value, NaN without values} */
    public double min() {
        return count == 0 ? Double.NaN : min;
    }

    /** {@return the largest value, NaN without values} */
    public double max() {
        return count == 0 ? Double.NaN : max;
    }

    /** {@return a copy that no longer follows these moments} */
    public Moments copy() {
        return of(count, mean, squares, min, max);
    }

    double squares() {
        return squares;
    }
}

package io.github.modelwarden.drift.stream;

import java.util.OptionalDouble;

/**
 * The prequential error of a model: each row is first predicted, then learned from, and the loss of the prediction is
 * averaged in three ways.
 *
 * <ul>
 *   <li>cumulative: {@code Σ x_i / n}, which old mistakes keep high for ever;
 *   <li>fading: {@code S_n / N_n} with {@code S ← x + φ·S} and {@code N ← 1 + φ·N} for a fading factor φ;
 *   <li>sliding: the mean of the last values, see {@link SlidingWindowMean}.
 * </ul>
 *
 * <p>A loss is 0 or 1 for a class, or any finite number. Not thread-safe.
 *
 * @see <a href="https://doi.org/10.1007/s10994-012-5320-9">Gama, Sebastião and Rodrigues 2013, On evaluating stream learning
 *     algorithms, doi:10.1007/s10994-012-5320-9</a>
 */
public final class PrequentialError {

    private static final String NAME = "prequential_error";

    private final double fadingFactor;
    private final SlidingWindowMean window;
    private double total;
    private double fadingTotal;
    private double fadingCount;

    private PrequentialError(double fadingFactor, SlidingWindowMean window) {
        this.fadingFactor = fadingFactor;
        this.window = window;
    }

    /**
     * Starts without a loss.
     *
     * @param fadingFactor φ, in (0, 1]; 0.999 weighs the last few thousand losses, 1 all alike
     * @param window number of losses in the sliding mean, at least 1
     * @return the error of nothing yet
     * @throws IllegalArgumentException if one is outside its range
     */
    public static PrequentialError create(double fadingFactor, int window) {
        if (!(fadingFactor > 0 && fadingFactor <= 1)) {
            throw new IllegalArgumentException(
                    NAME + ": expected a fading factor above 0 and at most 1 but got " + fadingFactor);
        }
        return new PrequentialError(fadingFactor, SlidingWindowMean.create(window));
    }

    /**
     * Takes the loss of the next prediction.
     *
     * @param loss the loss, finite
     * @throws IllegalArgumentException if it is not finite; nothing is then changed
     */
    public void accept(double loss) {
        window.accept(loss);
        total += loss;
        fadingTotal = loss + fadingFactor * fadingTotal;
        fadingCount = 1 + fadingFactor * fadingCount;
    }

    /** {@return the number of losses taken} */
    public long observed() {
        return window.observed();
    }

    /** {@return the mean of all losses; empty before the first} */
    public OptionalDouble cumulative() {
        return observed() == 0 ? OptionalDouble.empty() : OptionalDouble.of(total / observed());
    }

    /** {@return the mean under the fading factor; empty before the first loss} */
    public OptionalDouble fading() {
        return observed() == 0 ? OptionalDouble.empty() : OptionalDouble.of(fadingTotal / fadingCount);
    }

    /** {@return the mean of the last losses; empty before the first} */
    public OptionalDouble sliding() {
        return window.mean();
    }
}

package io.github.modelwarden.core.estimation;

import io.github.modelwarden.core.boosting.BinnedFeatures;
import io.github.modelwarden.core.boosting.BoostedTrees;
import io.github.modelwarden.core.boosting.FeatureEncoder;
import io.github.modelwarden.core.boosting.FeatureMatrix;
import io.github.modelwarden.core.boosting.GradientBoosting;
import io.github.modelwarden.core.boosting.Loss;
import io.github.modelwarden.core.data.Table;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Direct loss estimation of a regression model: boosted trees learn on the reference how large |y − f(x)| and (y −
 * f(x))² are, given the features and the prediction; their mean over a window estimates its losses before the true
 * values come.
 *
 * <p>Assumes that the loss depends on the features as it did in the reference, and that the features tell where the
 * model is good and bad. That holds under covariate shift inside the support of the reference. It fails under concept
 * drift and outside the support, where trees repeat what they saw at its edge; the estimate does not notice. The
 * reference must not be the data that the model was trained on, or its losses are too small.
 *
 * <p>Standard errors are the sampling errors of a window of this size: the variance of |e| is the estimated mean of
 * e² less the square of the estimated mean of |e|; that of e² has the spread around its prediction that reference
 * rows held out of the fit had, relative to the prediction. The error of the trees themselves is not in it.
 * Immutable.
 *
 * @see <a href="https://nannyml.readthedocs.io/en/stable/how_it_works/performance_estimation.html">NannyML's
 *     description</a>
 */
public final class Dle {

    /** The least number of reference rows. */
    public static final int MINIMUM_ROWS = 100;

    private static final String PREDICTION = "prediction";
    private static final int HELD_OUT = 5; // one row in five
    private static final GradientBoosting LEARNER = GradientBoosting.withDefaults(Loss.SQUARED);

    private final FeatureEncoder encoder;
    private final BoostedTrees absolute;
    private final BoostedTrees squared;
    private final double relativeVariance;

    private Dle(FeatureEncoder encoder, BoostedTrees absolute, BoostedTrees squared, double relativeVariance) {
        this.encoder = encoder;
        this.absolute = absolute;
        this.squared = squared;
        this.relativeVariance = relativeVariance;
    }

    /**
     * Learns the losses of labelled reference rows.
     *
     * @param reference the features
     * @param features which columns to learn from
     * @param predictions the model's predictions, finite; not changed
     * @param actual the true values, finite; not changed
     * @return the estimator
     * @throws IllegalArgumentException if there are fewer than {@value #MINIMUM_ROWS} rows, lengths differ, a value
     *     is not finite, or a column is missing
     */
    public static Dle fit(Table reference, List<String> features, double[] predictions, double[] actual) {
        if (reference.rowCount() < MINIMUM_ROWS || reference.rowCount() != predictions.length) {
            throw new IllegalArgumentException("direct loss estimation: expected at least " + MINIMUM_ROWS
                    + " reference rows and a prediction for each but got " + reference.rowCount() + " rows and "
                    + predictions.length + " predictions");
        }
        double[] errors = RegressionPerformance.absoluteErrors(predictions, actual);
        double[] squares = new double[errors.length];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = errors[i] * errors[i];
        }
        FeatureEncoder encoder = FeatureEncoder.fit(reference, features);
        BinnedFeatures binned = BinnedFeatures.of(encoder.encode(reference).with(PREDICTION, predictions));
        int[] rows = IntStream.range(0, errors.length).toArray();
        return new Dle(
                encoder,
                LEARNER.fit(binned, errors, rows),
                LEARNER.fit(binned, squares, rows),
                relativeVariance(binned, squares));
    }

    /**
     * Estimates the losses on a window.
     *
     * @param window a table with the columns learned from, in any order
     * @param predictions the model's predictions, finite; not changed
     * @return the expected losses
     * @throws IllegalArgumentException if there is no row, lengths differ, a prediction is not finite, or a column is
     *     missing
     */
    public RegressionPerformance estimate(Table window, double[] predictions) {
        if (predictions.length == 0 || window.rowCount() != predictions.length) {
            throw new IllegalArgumentException(
                    "direct loss estimation: expected at least one row and a prediction for each" + " but got "
                            + window.rowCount() + " rows and " + predictions.length + " predictions");
        }
        for (int i = 0; i < predictions.length; i++) {
            if (!Double.isFinite(predictions[i])) {
                throw new IllegalArgumentException("direct loss estimation, row " + i
                        + ": expected a finite prediction but got " + predictions[i] + "; leave such rows out");
            }
        }
        FeatureMatrix encoded = encoder.encode(window).with(PREDICTION, predictions);
        double[] expectedSquares = squared.predict(encoded);
        double meanSquare = Math.max(0, mean(expectedSquares));
        double meanAbsolute = Math.min(Math.max(0, mean(absolute.predict(encoded))), Math.sqrt(meanSquare));
        double variance = 0;
        for (double square : expectedSquares) {
            variance += (square - meanSquare) * (square - meanSquare) + relativeVariance * square * square;
        }
        return RegressionPerformance.of(meanAbsolute, meanSquare, variance / predictions.length, predictions.length);
    }

    /** Σ (e² − predicted e²)² / Σ (predicted e²)² over rows that the prediction has not seen. */
    private static double relativeVariance(BinnedFeatures binned, double[] squares) {
        int[] heldOut = IntStream.range(0, squares.length)
                .filter(i -> i % HELD_OUT == 0)
                .toArray();
        int[] others = IntStream.range(0, squares.length)
                .filter(i -> i % HELD_OUT != 0)
                .toArray();
        double[] predicted = LEARNER.fit(binned, squares, others).predict(binned, heldOut);
        double residual = 0;
        double total = 0;
        for (int i = 0; i < heldOut.length; i++) {
            double difference = squares[heldOut[i]] - predicted[i];
            residual += difference * difference;
            total += predicted[i] * predicted[i];
        }
        return total > 0 ? residual / total : 0;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}

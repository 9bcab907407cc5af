package io.github.modelwarden.core.estimation;

/**
 * The losses of a regression model on one window, estimated or realised.
 *
 * @param meanAbsoluteError mean of |y − f(x)|, in the unit of y
 * @param meanSquaredError mean of (y − f(x))²
 * @param rootMeanSquaredError root of the mean squared error, in the unit of y
 */
public record RegressionPerformance(
        Estimate meanAbsoluteError, Estimate meanSquaredError, Estimate rootMeanSquaredError) {

    /**
     * The losses once the true values are known.
     *
     * @param predictions predictions, finite; not changed
     * @param actual true values, finite; not changed
     * @return the losses
     * @throws IllegalArgumentException if lengths differ, there is no row, or a value is not finite
     */
    public static RegressionPerformance realised(double[] predictions, double[] actual) {
        double[] absolute = absoluteErrors(predictions, actual);
        double sum = 0;
        double squares = 0;
        for (double error : absolute) {
            sum += error;
            squares += error * error;
        }
        double mean = squares / absolute.length;
        double spread = 0;
        for (double error : absolute) {
            spread += (error * error - mean) * (error * error - mean);
        }
        return of(sum / absolute.length, mean, spread / absolute.length, absolute.length);
    }

    /** The losses from the means of |e| and e² and the variance of e² over the rows. */
    static RegressionPerformance of(double meanAbsolute, double meanSquare, double varianceOfSquares, long rows) {
        double absoluteVariance = Math.max(0, meanSquare - meanAbsolute * meanAbsolute);
        double squareError = Math.sqrt(varianceOfSquares / rows);
        double root = Math.sqrt(meanSquare);
        return new RegressionPerformance(
                new Estimate(meanAbsolute, Math.sqrt(absoluteVariance / rows), rows),
                new Estimate(meanSquare, squareError, rows),
                new Estimate(root, root > 0 ? squareError / (2 * root) : 0, rows));
    }

    static double[] absoluteErrors(double[] predictions, double[] actual) {
        if (predictions.length == 0 || predictions.length != actual.length) {
            throw new IllegalArgumentException(
                    "performance: expected at least one row and as many true values as predictions but got "
                            + predictions.length + " predictions and " + actual.length + " true values");
        }
        double[] errors = new double[actual.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = Math.abs(actual[i] - predictions[i]);
            if (!Double.isFinite(errors[i])) {
                throw new IllegalArgumentException("performance, row " + i
                        + ": expected a finite prediction and true value but got " + predictions[i] + " and "
                        + actual[i] + "; leave such rows out");
            }
        }
        return errors;
    }
}

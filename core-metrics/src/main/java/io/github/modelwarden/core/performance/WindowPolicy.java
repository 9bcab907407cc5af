package io.github.modelwarden.core.performance;

import java.time.Duration;
import java.util.Optional;

/**
 * When the performance of a window may be trusted.
 *
 * @param slice the grain of time: windows begin and end at multiples of it since 1970-01-01T00:00:00Z; at least 1
 *     millisecond
 * @param horizon how long a label is waited for: a prediction is mature when it is older. Empty to learn from the
 *     delays seen
 * @param minimumLabeled fewer labelled rows than this say nothing
 * @param minimumCoverage smallest share of predictions that must have a label
 * @param minimumMaturity smallest share of the labels to come that must have had time to
 * @param alpha false-alarm rate of the test whether labelled predictions have other scores
 * @param minimumShift difference of the mean scores, in standard deviations, that matters
 */
public record WindowPolicy(
        Duration slice,
        Optional<Duration> horizon,
        long minimumLabeled,
        double minimumCoverage,
        double minimumMaturity,
        double alpha,
        double minimumShift) {

    public WindowPolicy {
        if (slice.toMillis() < 1) {
            throw new IllegalArgumentException("window policy: expected slices of at least 1 ms but got " + slice);
        }
        if (horizon.isPresent() && horizon.get().toMillis() < 1) {
            throw new IllegalArgumentException(
                    "window policy: expected a horizon of at least 1 ms but got " + horizon.get());
        }
        if (minimumLabeled < 1) {
            throw new IllegalArgumentException(
                    "window policy: expected a minimum of at least 1 labelled row but got " + minimumLabeled);
        }
        if (!(minimumCoverage >= 0 && minimumCoverage <= 1) || !(minimumMaturity >= 0 && minimumMaturity <= 1)) {
            throw new IllegalArgumentException("window policy: expected shares from 0 to 1 but got a coverage of "
                    + minimumCoverage + " and a maturity of " + minimumMaturity);
        }
        if (!(alpha > 0 && alpha < 1) || !(minimumShift >= 0)) {
            throw new IllegalArgumentException(
                    "window policy: expected a false-alarm rate between 0 and 1 and a shift of" + " at least 0 but got "
                            + alpha + " and " + minimumShift);
        }
    }

    /**
     * 30 labelled rows, coverage 0.2, maturity 0.8 learned from the delays, and a shift of 0.1 standard deviations
     * (Austin 2009, doi:10.1002/sim.3697) that a test at 1 % confirms.
     *
     * @param slice the grain of time
     * @return the policy
     * @throws IllegalArgumentException if the slice is shorter than 1 millisecond
     */
    public static WindowPolicy withDefaults(Duration slice) {
        return new WindowPolicy(slice, Optional.empty(), 30, 0.2, 0.8, 0.01, 0.1);
    }

    /**
     * Sets how long a label is waited for.
     *
     * @param newHorizon the age at which a prediction counts as mature
     * @return a policy with that setting
     * @throws IllegalArgumentException if it is shorter than 1 millisecond
     */
    public WindowPolicy withHorizon(Duration newHorizon) {
        return new WindowPolicy(
                slice, Optional.of(newHorizon), minimumLabeled, minimumCoverage, minimumMaturity, alpha, minimumShift);
    }

    /**
     * Sets how much must be labelled.
     *
     * @param labeled fewest labelled rows
     * @param coverage smallest share of predictions with a label
     * @param maturity smallest share of the labels to come that must have had time to
     * @return a policy with that setting
     * @throws IllegalArgumentException if a number is out of range
     */
    public WindowPolicy withMinimum(long labeled, double coverage, double maturity) {
        return new WindowPolicy(slice, horizon, labeled, coverage, maturity, alpha, minimumShift);
    }

    /**
     * Sets the test whether labelled predictions have other scores.
     *
     * @param newAlpha its false-alarm rate
     * @param shift difference of the mean scores, in standard deviations, that matters
     * @return a policy with that setting
     * @throws IllegalArgumentException if a number is out of range
     */
    public WindowPolicy withBiasTest(double newAlpha, double shift) {
        return new WindowPolicy(slice, horizon, minimumLabeled, minimumCoverage, minimumMaturity, newAlpha, shift);
    }
}

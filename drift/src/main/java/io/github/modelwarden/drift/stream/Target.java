package io.github.modelwarden.drift.stream;

/**
 * What a process is known to do while nothing is wrong.
 *
 * @param mean the mean of its values, finite
 * @param standardDeviation the standard deviation of a single value, above 0
 */
public record Target(double mean, double standardDeviation) {

    /**
     * Checks the target.
     *
     * @throws IllegalArgumentException if these are no mean and standard deviation
     */
    public Target {
        Settings.finite("target", "mean", mean);
        Settings.positive("target", "standard deviation", standardDeviation);
    }
}

package io.github.modelwarden.alerting;

import java.time.Duration;
import java.util.Optional;

/**
 * How much a value must rest on to be judged at all.
 *
 * @param count smallest number of samples in the window; 0 judges every value
 * @param metric the series that tells the number; without it a ratio counts its denominator (without weights), a
 *     quantile its histogram, and a gauge of a feature the observations of that feature. A name that ends in
 *     {@code _total} or {@code _count} is a counter, whose increase over the window counts; any other is a gauge
 */
public record Minimum(long count, Optional<String> metric) {

    /** Every value is judged. */
    public static final Minimum NONE = new Minimum(0, Optional.empty());

    public Minimum {
        metric.ifPresent(Checks::metricName);
        if (count < 0) {
            throw new IllegalArgumentException("minimum: expected a count of at least 0 but got " + count);
        }
    }

    Minimum withCount(long other) {
        return new Minimum(other, metric);
    }

    Minimum rewindowed(Duration from, Duration to) {
        return new Minimum(count, metric.map(name -> RecordedNames.rewindow(name, from, to)));
    }
}

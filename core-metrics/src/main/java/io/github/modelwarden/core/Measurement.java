package io.github.modelwarden.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A value measured over a window: the currency between the modules. Drift and performance produce measurements,
 * alerting, retraining and exporters consume them.
 *
 * @param name metric name in Prometheus spelling, for example {@code ml_feature_psi}
 * @param value the measured value; finite. What could not be measured is not a measurement: leave it out
 * @param labels label names and values, without {@code window}; copied, in label order
 * @param sampleCount how many rows or events the value rests on; at least 0
 * @param at end of the window
 * @param window length of the window; zero for an instantaneous value
 */
public record Measurement(
        String name, double value, Map<String, String> labels, long sampleCount, Instant at, Duration window) {

    public Measurement {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(window, "window");
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("measurement '" + name + "': expected a finite value but got " + value
                    + "; leave out what could not be measured");
        }
        if (sampleCount < 0) {
            throw new IllegalArgumentException(
                    "measurement '" + name + "': expected a sample count of at least 0 but got " + sampleCount);
        }
        labels = java.util.Collections.unmodifiableMap(new TreeMap<>(labels));
    }
}

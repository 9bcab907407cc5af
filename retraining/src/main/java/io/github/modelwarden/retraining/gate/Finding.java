package io.github.modelwarden.retraining.gate;

/**
 * A reason not to train on data.
 *
 * @param check which check failed, for example {@code missing}
 * @param feature the feature it is about; {@code *} for the whole data set
 * @param value what was found
 * @param limit what is allowed
 * @param text the finding for people
 */
public record Finding(String check, String feature, double value, double limit, String text) {}

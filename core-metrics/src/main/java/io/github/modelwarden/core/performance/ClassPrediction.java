package io.github.modelwarden.core.performance;

/**
 * What a classifier of several classes said about a row.
 *
 * @param label the predicted class
 * @param probability the probability it was given, 0 to 1
 */
public record ClassPrediction(String label, double probability) {

    public ClassPrediction {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(
                    "class prediction '" + label + "': expected a probability from 0 to 1 but got " + probability);
        }
    }
}

package io.github.modelwarden.drift.multivariate;

import java.util.Objects;

/**
 * How much of a difference between two tables a feature accounts for.
 *
 * @param feature the feature's name
 * @param share its share among all features, 0 to 1
 */
public record FeatureShare(String feature, double share) {

    public FeatureShare {
        Objects.requireNonNull(feature, "feature");
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "feature '" + feature + "': expected a share from 0 to 1 but got " + share);
        }
    }
}

package io.github.modelwarden.drift.report;

import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.core.profile.Baseline;
import io.github.modelwarden.core.profile.DatasetProfile;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is compared.
 *
 * @param baseline the reference
 * @param current a profile over the baseline's bins
 * @param unusable features that must not be judged, with the reason as the part of a sentence; their verdict is
 *     inconclusive without any number, and the others are judged without them
 * @param rows single rows for tests of all features together
 */
public record Comparison(
        Baseline baseline, DatasetProfile current, Map<String, String> unusable, Optional<JointRows> rows) {

    /**
     * Rows of both sides.
     *
     * @param reference reference rows, all or a random sample of them
     * @param current current rows with at least the same columns
     */
    public record JointRows(Table reference, Table current) {}

    public Comparison {
        Objects.requireNonNull(baseline, "baseline");
        Objects.requireNonNull(current, "current");
        Objects.requireNonNull(rows, "rows");
        unusable = Map.copyOf(unusable);
    }

    /**
     * A comparison of profiles.
     *
     * @param baseline the reference
     * @param current a profile over the baseline's bins; not changed
     * @return the comparison, with every feature usable and no single rows
     */
    public static Comparison of(Baseline baseline, DatasetProfile current) {
        return new Comparison(baseline, current, Map.of(), Optional.empty());
    }

    /**
     * Rules features out.
     *
     * @param newUnusable the features with the reason, as the part of a sentence
     * @return a changed copy
     */
    public Comparison withUnusable(Map<String, String> newUnusable) {
        return new Comparison(baseline, current, newUnusable, rows);
    }

    /**
     * Adds single rows.
     *
     * @param reference reference rows, all or a random sample of them
     * @param currentRows current rows with at least the same columns
     * @return a changed copy
     */
    public Comparison withRows(Table reference, Table currentRows) {
        return new Comparison(baseline, current, unusable, Optional.of(new JointRows(reference, currentRows)));
    }
}

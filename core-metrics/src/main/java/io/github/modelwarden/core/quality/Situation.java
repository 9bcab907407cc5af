package io.github.modelwarden.core.quality;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What constraints are judged on.
 *
 * @param profile what was seen
 * @param set all constraints
 * @param alpha false-alarm rate of one constraint
 * @param now the time of the check
 * @param newestEvent the newest event, if it is not in a column
 * @param hidden columns whose values must not be shown
 */
record Situation(
        QualityProfile profile,
        ConstraintSet set,
        double alpha,
        Optional<Instant> now,
        Optional<Instant> newestEvent,
        Set<String> hidden) {

    boolean hides(String column) {
        return hidden.contains(column);
    }

    /** The examples without their values if these must not be shown. */
    List<Example> shown(String column, List<Example> examples) {
        return hides(column)
                ? examples.stream().map(example -> Example.empty(example.row())).toList()
                : examples;
    }
}

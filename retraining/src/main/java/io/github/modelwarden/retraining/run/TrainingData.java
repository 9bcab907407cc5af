package io.github.modelwarden.retraining.run;

import java.time.Instant;
import java.util.List;

/** Where labelled rows come from. */
@FunctionalInterface
public interface TrainingData {

    /**
     * Reads labelled rows.
     *
     * @param from predicted at this time or later
     * @param to predicted before this time
     * @return the rows, in any order
     */
    List<LabeledRow> labeledRows(Instant from, Instant to);
}

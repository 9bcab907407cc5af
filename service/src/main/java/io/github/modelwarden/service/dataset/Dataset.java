package io.github.modelwarden.service.dataset;

import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.retraining.training.TrainingSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The data a model starts from.
 *
 * @param reference the labelled rows the first model is trained on and later traffic is compared with
 * @param replay rows to be sent as traffic, if the data is a user's table
 */
public record Dataset(TrainingSet reference, Optional<List<LabeledFeatures>> replay) {

    /** {@return features and label} */
    public Schema schema() {
        return reference.schema();
    }

    /**
     * One row as a client sends it.
     *
     * @param features values by name; null where missing
     * @param positive the true outcome
     */
    public record LabeledFeatures(Map<String, @Nullable Object> features, boolean positive) {}
}

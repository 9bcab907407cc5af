package io.github.modelwarden.service.dataset;

import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.core.data.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The data a model starts from.
 *
 * @param schema features and label
 * @param reference the rows the first model is trained on and later traffic is compared with
 * @param positive the label of each reference row
 * @param replay rows to be sent as traffic, if the data is a user's table
 */
public record Dataset(Schema schema, Table reference, boolean[] positive, Optional<List<LabeledFeatures>> replay) {

    /**
     * One row as a client sends it.
     *
     * @param features values by name; null where missing
     * @param positive the true outcome
     */
    public record LabeledFeatures(Map<String, @Nullable Object> features, boolean positive) {}
}

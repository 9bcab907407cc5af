package io.github.modelwarden.retraining.training;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A freshly trained model and the files it is kept as.
 *
 * @param model the model, ready to score
 * @param files contents by file name; what {@link Trainer#read} needs, and whatever documents the training
 */
public record TrainedModel(Model model, Map<String, byte[]> files) {

    public TrainedModel {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }
}

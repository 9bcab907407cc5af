package io.github.modelwarden.retraining.training;

import io.github.modelwarden.core.data.Schema;
import java.io.IOException;
import java.util.Map;

/** Trains models of one kind and reads them back. Implementations are immutable and thread-safe. */
public interface Trainer {

    /** {@return the framework its models name, for example {@code tribuo-logistic}} */
    String framework();

    /**
     * Trains a model. Equal rows in equal order and an equal seed give a model with bit-equal scores.
     *
     * @param set labelled rows, both classes present
     * @param seed seed of everything that is random
     * @return the model and its files
     * @throws IllegalArgumentException if the rows cannot be learned from
     */
    TrainedModel train(TrainingSet set, long seed);

    /**
     * Reads a model back.
     *
     * @param schema the schema it was trained for
     * @param files the files of {@link TrainedModel#files()}, already checked against their hashes
     * @param source where they come from, named in errors
     * @return the model
     * @throws IOException if a file is missing, damaged, of a newer format, or of another schema
     */
    Model read(Schema schema, Map<String, byte[]> files, String source) throws IOException;
}

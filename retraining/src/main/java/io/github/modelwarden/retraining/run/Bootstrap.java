package io.github.modelwarden.retraining.run;

import io.github.modelwarden.retraining.ValidationMetrics;
import io.github.modelwarden.retraining.training.TrainingSet;
import java.io.IOException;
import java.time.Instant;
import java.util.stream.IntStream;

/** Trains and registers the very first champion. */
public final class Bootstrap {

    private static final int HOLDOUT_STRIDE = 4;
    private static final String RUN = "bootstrap";

    private Bootstrap() {}

    /**
     * The champion; trained and registered as version 1 if the model has none yet. Every fourth row is held out and gives the
     * validation metrics; the others train the model and make its baseline. Repeating it after a crash at any point ends in
     * the same champion.
     *
     * @param registry where versions are registered
     * @param artifacts where files are kept
     * @param set labelled rows
     * @param seed seed of the training
     * @param now the time of the training
     * @return the champion with its model and baseline
     * @throws IOException if files cannot be written, or those of the champion cannot be read
     * @throws IllegalArgumentException if the rows cannot be learned from
     */
    public static LoadedModel champion(
            ModelRegistry registry, ModelArtifacts artifacts, TrainingSet set, long seed, Instant now)
            throws IOException {
        String model = set.schema().model();
        var champion = registry.champion(model);
        if (champion.isPresent()) {
            return artifacts.load(champion.get());
        }
        TrainingSet training = set.select(rows(set, false));
        TrainingSet holdout = set.select(rows(set, true));
        ModelArtifacts.Stored stored = artifacts.loadOrTrain(
                RUN + "-" + model.replaceAll("[^A-Za-z0-9_.-]", "_"),
                training,
                seed,
                "run " + RUN + "\ntraining rows " + training.rows() + "\npositives " + training.positives() + "\n");
        ValidationMetrics validation = ValidationMetrics.of(
                stored.model().scores(holdout.features()), stored.model().threshold(), holdout.positive());
        ModelVersion.Facts facts = new ModelVersion.Facts(
                now,
                stored.model().framework(),
                RUN,
                stored.name(),
                stored.sha256(),
                stored.baseline().id(),
                validation);
        return artifacts.load(registry.registerFirst(model, facts, RUN, now));
    }

    private static int[] rows(TrainingSet set, boolean heldOut) {
        return IntStream.range(0, set.rows())
                .filter(row -> (row % HOLDOUT_STRIDE == HOLDOUT_STRIDE - 1) == heldOut)
                .toArray();
    }
}

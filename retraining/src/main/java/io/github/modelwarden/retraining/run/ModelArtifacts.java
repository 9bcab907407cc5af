package io.github.modelwarden.retraining.run;

import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.core.profile.Baseline;
import io.github.modelwarden.core.profile.BaselineCodec;
import io.github.modelwarden.retraining.training.ArtifactStore;
import io.github.modelwarden.retraining.training.Model;
import io.github.modelwarden.retraining.training.TrainedModel;
import io.github.modelwarden.retraining.training.Trainer;
import io.github.modelwarden.retraining.training.TrainingSet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The files of model versions: model, baseline and lineage in one folder a version. Thread-safe. */
public final class ModelArtifacts {

    private static final String BASELINE_FILE = "baseline.mwp";
    private static final String LINEAGE_FILE = "lineage.txt";

    private final ArtifactStore store;
    private final Schema schema;
    private final Trainer trainer;

    /**
     * Uses a folder.
     *
     * @param root where artifacts live
     * @param schema the schema of the models
     * @param trainer reads models back
     */
    public ModelArtifacts(Path root, Schema schema, Trainer trainer) {
        this.store = new ArtifactStore(root);
        this.schema = schema;
        this.trainer = trainer;
    }

    /** A complete, checked artifact. */
    record Stored(String name, String sha256, Model model, Baseline baseline) {}

    /**
     * Loads a version.
     *
     * @param version a registered version
     * @return its model and baseline
     * @throws IOException if a file is missing, changed or damaged
     */
    public LoadedModel load(ModelVersion version) throws IOException {
        Stored stored = read(version.facts().artifact(), version.facts().sha256());
        return new LoadedModel(version, stored.model(), stored.baseline());
    }

    /** The artifact of that name; trains and saves it if there is no sound one. */
    Stored loadOrTrain(String name, TrainingSet set, long seed, String lineage) throws IOException {
        String there = store.fingerprint(name).orElse(null);
        if (there == null) {
            TrainedModel trained = trainer.train(set, seed);
            Map<String, byte[]> files = new HashMap<>(trained.files());
            files.put(BASELINE_FILE, bytes(baseline(trained.model(), set)));
            files.put(LINEAGE_FILE, (lineage + environment(seed)).getBytes(StandardCharsets.UTF_8));
            there = store.save(name, files);
        }
        return read(name, there);
    }

    private static String environment(long seed) {
        return "seed " + seed + "\njava " + System.getProperty("java.version", "unknown") + "\n";
    }

    private Stored read(String name, String sha256) throws IOException {
        Map<String, byte[]> files = store.read(name, sha256);
        byte[] baseline = files.get(BASELINE_FILE);
        if (baseline == null) {
            throw new IOException(name + ": expected a file " + BASELINE_FILE + " but found " + files.keySet());
        }
        return new Stored(
                name,
                sha256,
                trainer.read(schema, files, name),
                BaselineCodec.read(new ByteArrayInputStream(baseline), name + "/" + BASELINE_FILE));
    }

    private static Baseline baseline(Model model, TrainingSet set) {
        double[] scores = model.scores(set.features());
        List<String> predicted = Arrays.stream(scores).mapToObj(model::label).toList();
        return Baseline.of(set.schema(), set.features(), scores, predicted, Baseline.DEFAULT_BINS);
    }

    private static byte[] bytes(Baseline baseline) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BaselineCodec.write(baseline, bytes);
        return bytes.toByteArray();
    }
}

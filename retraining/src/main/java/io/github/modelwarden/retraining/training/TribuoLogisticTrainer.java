package io.github.modelwarden.retraining.training;

import io.github.modelwarden.core.data.Schema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.tribuo.MutableDataset;
import org.tribuo.VariableIDInfo;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * Logistic regression trained by Tribuo (stochastic gradient descent with AdaGrad).
 *
 * <p>The decision threshold maximises F1 on every fifth row, scored by a model that did not see those rows; the model
 * handed out is then trained on all rows. Its weights are copied into plain arrays ({@code model.txt}, which is what
 * {@link #read} reads); Tribuo's own protobuf with its provenance is kept beside it ({@code model.tribuo}) for audits and
 * is never parsed by this class, so reading a model deserialises nothing. Scores and {@code model.txt} are bit-equal for
 * equal rows and seed; {@code model.tribuo} is not, because Tribuo stamps the wall-clock time into it.
 *
 * <p>Immutable and thread-safe.
 */
public final class TribuoLogisticTrainer implements Trainer {

    private static final String MODEL_FILE = "model.txt";
    private static final String TRIBUO_FILE = "model.tribuo";
    private static final String FRAMEWORK = "tribuo-logistic";
    private static final String POSITIVE = "1";
    private static final String NEGATIVE = "0";
    private static final double LEARNING_RATE = 0.3;
    private static final double EPSILON = 0.1;
    private static final int MINI_BATCH = 32;
    private static final int MIN_ROWS = 20;
    private static final int VALIDATION_STRIDE = 5;

    private final int epochs;

    private TribuoLogisticTrainer(int epochs) {
        this.epochs = epochs;
    }

    /** {@return a trainer that passes over the rows five times} */
    public static TribuoLogisticTrainer withDefaults() {
        return new TribuoLogisticTrainer(5);
    }

    /**
     * Sets the number of passes over the rows.
     *
     * @param newEpochs 1 to 1000
     * @return a trainer with that setting
     * @throws IllegalArgumentException if out of range
     */
    public TribuoLogisticTrainer withEpochs(int newEpochs) {
        if (newEpochs < 1 || newEpochs > 1000) {
            throw new IllegalArgumentException("trainer: expected 1 to 1000 epochs but got " + newEpochs);
        }
        return new TribuoLogisticTrainer(newEpochs);
    }

    @Override
    public String framework() {
        return FRAMEWORK;
    }

    @Override
    public TrainedModel train(TrainingSet set, long seed) {
        int positives = set.positives();
        if (set.rows() < MIN_ROWS || positives == 0 || positives == set.rows()) {
            throw new IllegalArgumentException(
                    "training of model '" + set.schema().model() + "': expected at least "
                            + MIN_ROWS + " rows and both classes but got " + set.rows() + " rows, " + positives
                            + " of them positive; widen the window or wait for more labels");
        }
        double threshold = tuneThreshold(set, seed);
        Fitted fitted = fit(set, seed);
        LogisticModel model = fitted.model().withThreshold(threshold);
        return new TrainedModel(
                model, Map.of(MODEL_FILE, LogisticFormat.write(model), TRIBUO_FILE, protobuf(fitted.tribuo())));
    }

    @Override
    public Model read(Schema schema, Map<String, byte[]> files, String source) throws IOException {
        byte[] bytes = files.get(MODEL_FILE);
        if (bytes == null) {
            throw new IOException(source + ": expected a file " + MODEL_FILE + " but found " + files.keySet());
        }
        return LogisticFormat.read(schema, bytes, source + "/" + MODEL_FILE);
    }

    private record Fitted(LogisticModel model, LinearSGDModel tribuo) {}

    private Fitted fit(TrainingSet set, long seed) {
        Encoder encoder = Encoder.fit(set);
        LabelFactory labels = new LabelFactory();
        MutableDataset<Label> data = new MutableDataset<>(
                new SimpleDataSourceProvenance(
                        set.schema().model() + ", " + set.rows() + " rows",
                        Instant.EPOCH.atOffset(ZoneOffset.UTC),
                        labels),
                labels);
        boolean[] positive = set.positive();
        double[] encoded = new double[encoder.width()];
        String[] names =
                IntStream.range(0, encoded.length).mapToObj(Encoder::columnName).toArray(String[]::new);
        for (int row = 0; row < positive.length; row++) {
            encoder.encode(set.features(), row, encoded);
            data.add(sparse(positive[row] ? POSITIVE : NEGATIVE, names, encoded));
        }
        LinearSGDModel tribuo = new LinearSGDTrainer(
                        new LogMulticlass(),
                        new AdaGrad(LEARNING_RATE, EPSILON),
                        epochs,
                        Integer.MAX_VALUE,
                        MINI_BATCH,
                        seed)
                .train(data);
        return new Fitted(extract(set.schema(), encoder, tribuo), tribuo);
    }

    private static ArrayExample<Label> sparse(String label, String[] names, double[] values) {
        String[] usedNames = new String[values.length];
        double[] usedValues = new double[values.length];
        int used = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0) {
                usedNames[used] = names[i];
                usedValues[used++] = values[i];
            }
        }
        if (used == 0) {
            // Tribuo refuses an example without features; a zero adds nothing
            usedNames[used++] = names[0];
        }
        return new ArrayExample<>(new Label(label), Arrays.copyOf(usedNames, used), Arrays.copyOf(usedValues, used));
    }

    private static LogisticModel extract(Schema schema, Encoder encoder, LinearSGDModel tribuo) {
        // softmax over two classes is a logistic function of the difference of their rows of weights
        DenseMatrix weights = tribuo.getWeightsCopy();
        int positive = tribuo.getOutputIDInfo().getID(new Label(POSITIVE));
        int negative = tribuo.getOutputIDInfo().getID(new Label(NEGATIVE));
        double[] byColumn = new double[encoder.width()];
        for (int column = 0; column < byColumn.length; column++) {
            VariableIDInfo info = tribuo.getFeatureIDMap().get(Encoder.columnName(column));
            if (info != null) {
                byColumn[column] = weights.get(positive, info.getID()) - weights.get(negative, info.getID());
            }
        }
        int biasColumn = weights.getDimension2Size() - 1;
        double bias = weights.get(positive, biasColumn) - weights.get(negative, biasColumn);
        return new LogisticModel(schema, FRAMEWORK, bias, 0.5, encoder.terms(byColumn));
    }

    private double tuneThreshold(TrainingSet set, long seed) {
        int[] inner = IntStream.range(0, set.rows())
                .filter(row -> row % VALIDATION_STRIDE != 0)
                .toArray();
        int[] outer = IntStream.range(0, set.rows())
                .filter(row -> row % VALIDATION_STRIDE == 0)
                .toArray();
        TrainingSet training = set.select(inner);
        TrainingSet validation = set.select(outer);
        if (training.positives() == 0 || training.positives() == training.rows() || validation.positives() == 0) {
            return 0.5;
        }
        double[] scores = fit(training, seed).model().scores(validation.features());
        return bestF1Threshold(scores, validation.positive());
    }

    /** The middle between the two scores around the cut with the highest F1; the highest such cut on ties. */
    static double bestF1Threshold(double[] scores, boolean[] positive) {
        Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (a, b) -> Double.compare(scores[b], scores[a]));
        long positives =
                IntStream.range(0, positive.length).filter(i -> positive[i]).count();
        long truePositives = 0;
        double bestF1 = -1;
        double best = 0.5;
        for (int k = 0; k < order.length; k++) {
            double score = scores[order[k]];
            truePositives += positive[order[k]] ? 1 : 0;
            boolean lastOfTie = k + 1 == order.length || scores[order[k + 1]] < score;
            double f1 = 2.0 * truePositives / (k + 1 + positives);
            if (lastOfTie && f1 > bestF1) {
                bestF1 = f1;
                best = k + 1 == order.length ? score : (score + scores[order[k + 1]]) / 2;
            }
        }
        return best;
    }

    private static byte[] protobuf(LinearSGDModel tribuo) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            tribuo.serializeToStream(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

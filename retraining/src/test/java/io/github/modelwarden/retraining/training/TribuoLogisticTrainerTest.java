package io.github.modelwarden.retraining.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.core.data.Row;
import io.github.modelwarden.retraining.ChurnWorld;
import io.github.modelwarden.retraining.ModelMetric;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tribuo.Example;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.impl.ArrayExample;

class TribuoLogisticTrainerTest {

    private final TribuoLogisticTrainer trainer = TribuoLogisticTrainer.withDefaults();
    private final TrainingSet set = new ChurnWorld(1).set(20_000);
    private final TrainingSet unseen = new ChurnWorld(2).set(5_000);

    @Test
    void findsTheConcept() {
        Model model = trainer.train(set, 42).model();
        double[] scores = model.scores(unseen.features());
        assertThat(ModelMetric.AUC
                        .of(scores, model.threshold(), unseen.positive())
                        .orElseThrow())
                .isGreaterThan(0.8);
        assertThat(ModelMetric.F1
                        .of(scores, model.threshold(), unseen.positive())
                        .orElseThrow())
                .isGreaterThan(0.65);
    }

    @Test
    void equalRowsAndSeedGiveBitEqualModels() {
        TrainedModel first = trainer.train(set, 42);
        TrainedModel second = trainer.train(set, 42);
        assertThat(first.files().get("model.txt")).isEqualTo(second.files().get("model.txt"));
        assertThat(first.model().scores(unseen.features()))
                .isEqualTo(second.model().scores(unseen.features()));
    }

    @Test
    void modelReadBackScoresBitEqual() throws IOException {
        TrainedModel trained = trainer.train(set, 42);
        Model read = trainer.read(ChurnWorld.SCHEMA, trained.files(), "test");
        assertThat(read.scores(unseen.features())).isEqualTo(trained.model().scores(unseen.features()));
        assertThat(read.threshold()).isEqualTo(trained.model().threshold());
        assertThat(read.framework()).isEqualTo("tribuo-logistic");
    }

    @Test
    void plainArraysScoreAsTheKeptTribuoModelDoes() throws IOException {
        TrainedModel trained = trainer.train(set, 42);
        @SuppressWarnings("unchecked")
        org.tribuo.Model<Label> tribuo = (org.tribuo.Model<Label>) org.tribuo.Model.deserializeFromStream(
                new ByteArrayInputStream(trained.files().get("model.tribuo")));
        Encoder encoder = Encoder.fit(set);
        double[] encoded = new double[encoder.width()];
        String[] names = new String[encoded.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = Encoder.columnName(i);
        }
        for (int row = 0; row < 200; row++) {
            encoder.encode(unseen.features(), row, encoded);
            Example<Label> example = new ArrayExample<>(new Label("0"), names, encoded);
            Prediction<Label> prediction = tribuo.predict(example);
            double score = trained.model().score(unseen.features().row(ChurnWorld.SCHEMA, row));
            assertThat(score)
                    .isCloseTo(
                            Objects.requireNonNull(prediction.getOutputScores().get("1"))
                                    .getScore(),
                            within(1e-12));
        }
        assertThat(tribuo.getProvenance().getTrainerProvenance().getClassName()).contains("LinearSGDTrainer");
    }

    @Test
    void missingAndUnseenValuesAreScored() {
        Model model = trainer.train(set, 42).model();
        Row empty = Row.builder(ChurnWorld.SCHEMA).build();
        Row unseenCategory =
                Row.builder(ChurnWorld.SCHEMA).set("contract", "ten_year").build();
        assertThat(model.score(empty)).isBetween(0.0, 1.0);
        assertThat(model.score(unseenCategory)).isBetween(0.0, 1.0);
        assertThat(model.predict(empty)).isIn("churn", "stay");
    }

    @Test
    void refusesRowsOfOneClass() {
        TrainingSet one = TrainingSet.of(set.schema(), set.features().slice(0, 100), new boolean[100]);
        assertThatThrownBy(() -> trainer.train(one, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("both classes");
    }

    @Test
    void damagedModelFilesAreRefusedWithTheLine() {
        byte[] good = trainer.train(set, 42).files().get("model.txt");
        String text = new String(good, StandardCharsets.UTF_8);
        for (String bad : new String[] {
            text.substring(0, text.length() / 2),
            text.replace("tenure_months", "tenure_days"),
            text.replace("bias ", "bias zero"),
            text.replace("modelwarden-logistic 1", "modelwarden-logistic 9"),
            ""
        }) {
            Map<String, byte[]> files = new HashMap<>(Map.of("model.txt", bad.getBytes(StandardCharsets.UTF_8)));
            assertThatThrownBy(() -> trainer.read(ChurnWorld.SCHEMA, files, "v3"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("v3/model.txt, line ");
        }
    }

    @Test
    void thresholdMaximisesF1() {
        double[] scores = {0.9, 0.8, 0.7, 0.4, 0.3, 0.2};
        boolean[] positive = {true, true, false, true, false, false};
        // cuts: f1 = 2·1/(1+3), 2·2/(2+3), 2·2/(3+3), 2·3/(4+3) = 0.857, …
        assertThat(TribuoLogisticTrainer.bestF1Threshold(scores, positive)).isCloseTo(0.35, within(1e-12));
    }
}

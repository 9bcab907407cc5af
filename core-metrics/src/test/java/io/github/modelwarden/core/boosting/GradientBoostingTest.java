package io.github.modelwarden.core.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.core.performance.RocAuc;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GradientBoostingTest {

    private static final long SEED = 20260101;
    private static final GradientBoosting ONE_STUMP = GradientBoosting.withDefaults(Loss.SQUARED)
            .withRounds(1)
            .withDepth(1)
            .withLearningRate(1)
            .withL2(0)
            .withMinimumRowsPerLeaf(1);

    private static FeatureMatrix column(double... values) {
        return FeatureMatrix.of(List.of("x"), new double[][] {values});
    }

    private static double[] numbers(Properties golden, String key) {
        return Arrays.stream(golden.getProperty(key).split(",", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static Properties golden() throws IOException {
        Properties golden = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(GradientBoostingTest.class.getResourceAsStream("golden.properties")),
                StandardCharsets.UTF_8)) {
            golden.load(in);
        }
        return golden;
    }

    @ParameterizedTest
    @CsvSource({"SQUARED, number, squared", "LOGISTIC, label, logistic"})
    void predictsAsScikitLearnDoesWithTiesAndMissingValues(Loss loss, String target, String expected)
            throws IOException {
        Properties golden = golden();
        FeatureMatrix features = FeatureMatrix.of(
                List.of("x0", "x1", "x2"),
                new double[][] {numbers(golden, "x0"), numbers(golden, "x1"), numbers(golden, "x2")});

        BoostedTrees model = GradientBoosting.withDefaults(loss)
                .withRounds(12)
                .withDepth(3)
                .withMinimumRowsPerLeaf(5)
                .withL2(0.5)
                .withLearningRate(0.3)
                .fit(features, numbers(golden, target));

        assertThat(model.treeCount()).isEqualTo(12);
        assertThat(model.predict(features)).containsExactly(numbers(golden, expected), within(1e-5));
    }

    @Test
    void aStumpCutsMidwayBetweenTheGroupsAndPredictsTheirMeans() {
        BoostedTrees model = ONE_STUMP.fit(column(1, 2, 3, 10, 11), new double[] {0, 1, 2, 20, 22});

        assertThat(model.predict(column(-5, 6.4, 6.6, 100)))
                .containsExactly(new double[] {1, 1, 21, 21}, within(1e-12));
        assertThat(model.importances()).containsExactly(1);
    }

    @Test
    void missingValuesGoWhereTheirTargetsBelong() {
        double[] missingAreHigh = {0, 0, 5, 5, 5};
        FeatureMatrix features = column(1, 2, 3, Double.NaN, Double.NaN);

        assertThat(ONE_STUMP.fit(features, missingAreHigh).predict(column(1, 3, Double.NaN)))
                .containsExactly(new double[] {0, 5, 5}, within(1e-12));
        assertThat(ONE_STUMP.fit(features, new double[] {0, 0, 5, 0, 0}).predict(column(1, 3, Double.NaN)))
                .containsExactly(new double[] {0, 5, 0}, within(1e-12));
        assertThat(ONE_STUMP.fit(features, new double[] {1, 1, 1, 7, 7}).predict(column(1, 30, Double.NaN)))
                .as("missing against everything else")
                .containsExactly(new double[] {1, 1, 7}, within(1e-12));
    }

    @Test
    void missingValuesThatNoRowHadGoWithTheMajority() {
        FeatureMatrix features = column(1, 2, 3, 10, 11);

        assertThat(ONE_STUMP.fit(features, new double[] {0, 0, 0, 9, 9}).predict(column(Double.NaN))[0])
                .isCloseTo(0, within(1e-12));
        assertThat(ONE_STUMP.fit(features, new double[] {0, 0, 9, 9, 9}).predict(column(Double.NaN))[0])
                .isCloseTo(9, within(1e-12));
    }

    @Test
    void interactionsNeedDepth() {
        Generated train = Generated.of(4000, 2, SEED, row -> row[0] * row[1] > 0 ? 1 : 0);
        Generated test = Generated.of(2000, 2, SEED + 1, row -> row[0] * row[1] > 0 ? 1 : 0);
        boolean[] actual = new boolean[2000];
        for (int i = 0; i < actual.length; i++) {
            actual[i] = test.target()[i] == 1;
        }
        GradientBoosting learner = GradientBoosting.withDefaults(Loss.LOGISTIC);

        double shallow = RocAuc.of(
                        learner.withDepth(1)
                                .fit(train.features(), train.target())
                                .predict(test.features()),
                        actual)
                .orElseThrow();
        double deep = RocAuc.of(
                        learner.withDepth(4)
                                .fit(train.features(), train.target())
                                .predict(test.features()),
                        actual)
                .orElseThrow();

        assertThat(shallow).isLessThan(0.6);
        assertThat(deep).isGreaterThan(0.98);
    }

    @Test
    void aSmoothFunctionIsLearnedAndTheUselessColumnIsNot() {
        Generated train = Generated.of(5000, 3, SEED, row -> Math.sin(2 * row[0]) + 0.5 * row[2]);
        Generated test = Generated.of(2000, 3, SEED + 1, row -> Math.sin(2 * row[0]) + 0.5 * row[2]);

        BoostedTrees model = GradientBoosting.withDefaults(Loss.SQUARED).fit(train.features(), train.target());

        assertThat(test.meanSquaredError(model.predict(test.features()))).isLessThan(0.01);
        assertThat(Arrays.stream(model.importances()).sum()).isCloseTo(1, within(1e-12));
        assertThat(model.importances()[1]).isLessThan(0.01);
    }

    @ParameterizedTest
    @EnumSource
    void theMeanPredictionIsTheMeanOfTheTarget(Loss loss) {
        Generated data = Generated.of(1000, 3, SEED, row -> row[0] + row[1] > 0.8 ? 1 : 0);

        double[] predictions = GradientBoosting.withDefaults(loss)
                .withL2(0)
                .fit(data.features(), data.target())
                .predict(data.features());

        assertThat(Arrays.stream(predictions).average().orElseThrow())
                .isCloseTo(Arrays.stream(data.target()).average().orElseThrow(), within(5e-3));
    }

    @Test
    void theSameSeedGivesTheSameModelAndAnotherSeedAnother() {
        Generated data = Generated.of(500, 3, SEED, row -> row[0] - row[1]);
        GradientBoosting learner = GradientBoosting.withDefaults(Loss.SQUARED).withRounds(10);

        double[] once =
                learner.withRowShare(0.5, 1).fit(data.features(), data.target()).predict(data.features());

        assertThat(learner.withRowShare(0.5, 1)
                        .fit(data.features(), data.target())
                        .predict(data.features()))
                .isEqualTo(once);
        assertThat(learner.withRowShare(0.5, 2)
                        .fit(data.features(), data.target())
                        .predict(data.features()))
                .isNotEqualTo(once);
        assertThat(data.meanSquaredError(once)).isLessThan(1);
    }

    @Test
    void rowsOutsideTheFitHaveNoSayAndArePredictedAlike() {
        Generated data = Generated.of(600, 2, SEED, row -> row[0] > 0 ? 1 : 0);
        BinnedFeatures binned = BinnedFeatures.of(data.features());
        int[] half = IntStream.range(0, 300).toArray();
        int[] all = IntStream.range(0, 600).toArray();
        GradientBoosting learner = GradientBoosting.withDefaults(Loss.LOGISTIC).withRounds(20);
        double[] spoiled = data.target().clone();
        Arrays.fill(spoiled, 300, 600, Double.NaN);

        BoostedTrees model = learner.fit(binned, data.target(), half);

        assertThat(learner.fit(binned, spoiled, half).predict(binned, all)).isEqualTo(model.predict(binned, all));
        assertThat(model.predict(binned, all)).isEqualTo(model.predict(data.features()));
    }

    @Test
    void noLeafIsSmallerThanTheMinimum() {
        double[] target = new double[30];
        target[0] = 100;
        FeatureMatrix features =
                column(IntStream.range(0, 30).mapToDouble(i -> i).toArray());

        BoostedTrees tooFew = ONE_STUMP.withMinimumRowsPerLeaf(16).fit(features, target);
        BoostedTrees enough = ONE_STUMP.withMinimumRowsPerLeaf(15).fit(features, target);

        assertThat(tooFew.treeCount()).isZero();
        assertThat(tooFew.predict(features)).containsOnly(100.0 / 30);
        assertThat(tooFew.importances()).containsExactly(0);
        assertThat(enough.predict(column(14, 15))).containsExactly(new double[] {100.0 / 15, 0}, within(1e-12));
    }

    @Test
    void fittingAndPredictingLeaveTheArraysAlone() {
        double[] values = {3, 1, 2, Double.NaN};
        double[] target = {1, 0, 1, 0};
        int[] rows = {3, 1, 0};
        FeatureMatrix features = column(values);

        ONE_STUMP.withRowShare(0.7, 1).fit(BinnedFeatures.of(features), target, rows);

        assertThat(values).containsExactly(3, 1, 2, Double.NaN);
        assertThat(target).containsExactly(1, 0, 1, 0);
        assertThat(rows).containsExactly(3, 1, 0);
    }

    @Test
    void targetsThatTheLossCannotUseAreRefused() {
        FeatureMatrix features = column(1, 2);
        GradientBoosting logistic = GradientBoosting.withDefaults(Loss.LOGISTIC);

        assertThatThrownBy(() -> logistic.fit(features, new double[] {1, 1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rows of both classes but all 2 have the target 1");
        assertThatThrownBy(() -> logistic.fit(features, new double[] {1, 0.5}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("row 1: the logistic loss expected a target of 0 or 1 but got 0.5");
        assertThatThrownBy(() -> ONE_STUMP.fit(features, new double[] {1, Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("row 1: expected a finite target but got NaN");
        assertThatThrownBy(() -> ONE_STUMP.fit(features, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 targets");
    }

    @Test
    void otherColumnsThanThoseOfTheFitAreRefused() {
        BoostedTrees model = ONE_STUMP.fit(column(1, 2), new double[] {1, 2});

        assertThatThrownBy(() -> model.predict(FeatureMatrix.of(List.of("y"), new double[][] {{1}})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected the columns [x] in this order but got [y]");
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> ONE_STUMP.withLearningRate(Double.NaN)).hasMessageContaining("got NaN");
        assertThatThrownBy(() -> ONE_STUMP.withLearningRate(1.1)).hasMessageContaining("at most 1");
        assertThatThrownBy(() -> ONE_STUMP.withRounds(0)).hasMessageContaining("at least 1 round");
        assertThatThrownBy(() -> ONE_STUMP.withDepth(17)).hasMessageContaining("a depth from 1 to 16");
        assertThatThrownBy(() -> ONE_STUMP.withL2(Double.NaN)).hasMessageContaining("L2");
        assertThatThrownBy(() -> ONE_STUMP.withMinimumRowsPerLeaf(0)).hasMessageContaining("at least 1 row a leaf");
        assertThatThrownBy(() -> ONE_STUMP.withRowShare(0, 1)).hasMessageContaining("a share of rows");
    }
}

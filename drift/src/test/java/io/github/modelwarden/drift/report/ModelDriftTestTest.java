package io.github.modelwarden.drift.report;

import static io.github.modelwarden.drift.report.Traffic.cycling;
import static io.github.modelwarden.drift.report.Traffic.evenly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.CategoricalFeature;
import io.github.modelwarden.core.data.Column;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.NumericFeature;
import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.core.profile.Baseline;
import io.github.modelwarden.core.profile.DatasetProfile;
import io.github.modelwarden.drift.DriftResult;
import io.github.modelwarden.drift.TestStatistic;
import io.github.modelwarden.drift.correction.Correction;
import io.github.modelwarden.drift.multivariate.DomainClassifier;
import io.github.modelwarden.drift.statistic.KolmogorovSmirnov;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModelDriftTestTest {

    private static final Schema SCHEMA =
            Traffic.schema(NumericFeature.of("age"), CategoricalFeature.of("plan", "a", "b", "c"));

    private static DriftReport report(ModelDriftTest test, int referenceRows, Column... current) {
        Baseline baseline = Traffic.baseline(
                SCHEMA, evenly("age", referenceRows, 0), cycling("plan", referenceRows, "a", "b", "c"));
        return test.test(baseline, Traffic.profile(baseline, SCHEMA, current));
    }

    private static DriftReport report(Column... current) {
        return report(ModelDriftTest.withDefaults(), 1000, current);
    }

    private static FeatureDrift feature(DriftReport report, String name) {
        return report.feature(name).orElseThrow();
    }

    @Test
    void unchangedTrafficIsStable() {
        DriftReport report = report(evenly("age", 400, 0), cycling("plan", 400, "c", "b", "a"));

        assertThat(report.verdict()).isEqualTo("stable");
        assertThat(report.features())
                .extracting(FeatureDrift::feature)
                .containsExactly("age", "plan", "_score", "_class");
        assertThat(report.features())
                .extracting(drift -> drift.result().verdict())
                .containsOnly("stable");
        assertThat(report.driftedFeatures()).isEmpty();
    }

    @Test
    void aShiftIsDriftWithItsEvidence() {
        DriftReport report = report(evenly("age", 400, 0.3), cycling("plan", 400, "a", "b", "c"));

        assertThat(report.verdict()).isEqualTo("drifted");
        assertThat(report.driftedFeatures()).containsExactly("age");
        FeatureDrift age = feature(report, "age");
        assertThat(age.result()).isInstanceOfSatisfying(DriftResult.Drifted.class, drifted -> {
            assertThat(drifted.alpha()).isEqualTo(0.05);
            assertThat(drifted.evidence().name()).isEqualTo("psi");
            assertThat(drifted.evidence().referenceCount()).isEqualTo(1000);
            assertThat(drifted.evidence().currentCount()).isEqualTo(400);
        });
        assertThat(age.adjustedPValue().orElseThrow()).isLessThan(1e-6);
        assertThat(age.sentence()).startsWith("age drifted").contains("the mean from 0.4995 to 0.798");
    }

    @Test
    void theDecidingStatisticComesFirstAndDistancesStandBeside() {
        DriftReport report = report(evenly("age", 400, 0), cycling("plan", 400, "a", "b", "c"));

        assertThat(feature(report, "age").tests())
                .extracting(TestStatistic::name)
                .containsExactly("psi", "ks", "wasserstein1_stddevs", "js_divergence");
        assertThat(feature(report, "plan").tests())
                .extracting(TestStatistic::name)
                .containsExactly("psi", "chi_square", "js_divergence");
    }

    @Test
    void keptValuesMakeKolmogorovSmirnovExactAndCellsComeClose() {
        Table reference = Table.of(List.of(evenly("age", 5000, 0)));
        Table current = Table.of(List.of(evenly("age", 3000, 0.1)));
        Baseline cells = Baseline.of(reference, 10);
        DatasetProfile counted = cells.emptyProfile();
        counted.accept(current);
        ModelDriftTest test = ModelDriftTest.withDefaults();

        TestStatistic exact =
                feature(test.test(reference, current), "age").tests().get(1);
        TestStatistic close = feature(test.test(cells, counted), "age").tests().get(1);

        assertThat(exact)
                .isEqualTo(KolmogorovSmirnov.withDefaults()
                        .withAsymptoticPValue()
                        .test(
                                reference.numeric("age").values(),
                                current.numeric("age").values()));
        assertThat(close.name()).isEqualTo("ks");
        assertThat(close.value()).isBetween(exact.value() - 0.002, exact.value() + 1e-12);
    }

    @Test
    void twoTablesAreComparedByColumnName() {
        Table reference = Table.of(List.of(evenly("age", 1000, 0), cycling("plan", 1000, "a", "b", "c")));
        Table current = Table.of(List.of(cycling("plan", 400, "c", "b", "a"), evenly("age", 400, 0.3)));

        assertThat(ModelDriftTest.withDefaults().test(reference, current).driftedFeatures())
                .containsExactly("age");
    }

    @Test
    void contributionsAddUpAndNameTheBinsThatMoved() {
        DriftReport report = report(evenly("age", 400, 0.3), cycling("plan", 400, "a", "b", "c"));
        List<BinShare> bins = feature(report, "age").bins();

        assertThat(bins.stream().mapToDouble(BinShare::contribution).sum()).isCloseTo(1, within(1e-9));
        BinShare highest = bins.get(9);
        assertThat(highest.referenceCount()).isEqualTo(100);
        assertThat(highest.currentCount()).isEqualTo(160);
        assertThat(bins.get(0).currentCount()).isZero();
        assertThat(bins.get(0).contribution()).isGreaterThan(0.1);
    }

    @Test
    void aStableFeatureSaysWhatItWouldHaveShown() {
        DriftReport report = report(evenly("age", 400, 0), cycling("plan", 400, "a", "b", "c"));
        DetectableChange age = feature(report, "age").evidence().detectable().orElseThrow();
        DetectableChange plan = feature(report, "plan").evidence().detectable().orElseThrow();

        assertThat(age.psi()).isBetween(0.05, 0.12);
        assertThat(age.shift().orElseThrow()).isBetween(0.03, 0.15);
        assertThat(age.shiftStddevs().orElseThrow()).isCloseTo(age.shift().orElseThrow() / 0.2887, within(0.01));
        assertThat(age.sharePoints()).isEmpty();
        assertThat(plan.sharePoints().orElseThrow()).isBetween(0.05, 0.25);
        assertThat(plan.shift()).isEmpty();
        assertThat(age.alpha()).isEqualTo(0.05 / 4);
    }

    @Test
    void theDetectableShiftIsDetectedWithTheStatedPower() {
        SplittableRandom random = new SplittableRandom(17);
        Table reference = Table.of(List.of(normal(random, 4000, 0)));
        ModelDriftTest test = ModelDriftTest.withDefaults();
        double shift = feature(test.test(reference, Table.of(List.of(normal(random, 1000, 0)))), "x")
                .evidence()
                .detectable()
                .orElseThrow()
                .shift()
                .orElseThrow();
        int runs = 300;
        long found = IntStream.range(0, runs)
                .filter(run -> test.test(
                                Table.of(List.of(normal(random, 4000, 0))),
                                Table.of(List.of(normal(random, 1000, shift))))
                        .verdict()
                        .equals("drifted"))
                .count();

        assertThat(found / (double) runs).isBetween(0.72, 0.92);
    }

    /** Two numbers that keep their distributions and turn their correlation around. */
    private static Table pair(SplittableRandom random, int rows, double sign) {
        double[] x = new double[rows];
        double[] y = new double[rows];
        for (int i = 0; i < rows; i++) {
            x[i] = random.nextGaussian();
            y[i] = sign * 0.8 * x[i] + 0.6 * random.nextGaussian();
        }
        return Table.of(List.of(NumericColumn.of("x", x), NumericColumn.of("y", y)));
    }

    @Test
    void aJointTestSeesWhatNoFeatureAloneShowsAndSharesTheBudget() {
        SplittableRandom random = new SplittableRandom(4);
        ModelDriftTest test = ModelDriftTest.withDefaults()
                .withCorrection(Correction.HOLM)
                .withJointTests(List.of(DomainClassifier.withDefaults()));
        DriftReport report = test.test(pair(random, 1000, 1), pair(random, 800, -1));
        JointDrift joint = report.joint().get(0);

        assertThat(report.driftedFeatures()).isEmpty();
        assertThat(report.verdict()).isEqualTo("drifted");
        assertThat(joint.drifted()).isTrue();
        assertThat(joint.sentence())
                .startsWith("All features together drifted: domain_classifier_auc is 0.")
                .contains("mostly because of");
        assertThat(joint.adjustedPValue().orElseThrow())
                .isCloseTo(
                        3 * joint.measured().orElseThrow().statistic().pValue().orElseThrow(), within(1e-12));
        assertThat(test.test(pair(random, 1000, 1), pair(random, 800, 1)).verdict())
                .isEqualTo("stable");
    }

    @Test
    void identifiersAreLeftOutOfTheTestsOfAllFeaturesTogether() {
        SplittableRandom random = new SplittableRandom(5);
        DriftReport report = ModelDriftTest.withDefaults()
                .withJointTests(List.of(DomainClassifier.withDefaults()))
                .test(identified(random, 0, 1000), identified(random, 1000, 800));

        assertThat(report.joint().get(0).drifted())
                .as(report.joint().get(0).sentence())
                .isFalse();
        assertThat(report.verdict()).isEqualTo("stable");
    }

    private static Table identified(SplittableRandom random, int from, int rows) {
        List<String> ids = IntStream.range(from, from + rows)
                .mapToObj(i -> "u" + (100_000 + i))
                .toList();
        Table pair = pair(random, rows, 1);
        return Table.of(List.of(CategoricalColumn.of("id", ids), pair.column("x"), pair.column("y")));
    }

    @Test
    void aJointTestWithoutSingleRowsIsInconclusive() {
        SplittableRandom random = new SplittableRandom(4);
        Baseline baseline = Baseline.of(pair(random, 1000, 1), 10);
        DatasetProfile current = baseline.emptyProfile();
        current.accept(pair(random, 500, 1));
        DriftReport report = ModelDriftTest.withDefaults()
                .withJointTests(List.of(DomainClassifier.withDefaults()))
                .test(baseline, current);

        assertThat(report.joint().get(0).inconclusive()).isTrue();
        assertThat(report.joint().get(0).sentence()).contains("needs single rows");
        assertThat(report.verdict()).isEqualTo("stable");
    }

    private static NumericColumn normal(SplittableRandom random, int rows, double shift) {
        return NumericColumn.of(
                "x",
                IntStream.range(0, rows)
                        .mapToDouble(i -> random.nextGaussian() + shift)
                        .toArray());
    }

    @Test
    void featuresAreRankedByWhatTheyDoToTheScore() {
        int rows = 2000;
        Schema schema =
                Traffic.schema(CategoricalFeature.of("idle", "a", "b"), CategoricalFeature.of("strong", "a", "b"));
        Table reference =
                Table.of(List.of(cycling("idle", rows, "a", "b"), cycling("strong", rows, "a", "a", "b", "b")));
        double[] scores =
                IntStream.range(0, rows).mapToDouble(i -> i % 4 < 2 ? 0.2 : 0.6).toArray();
        Baseline baseline = Baseline.of(schema, reference, scores, Collections.nCopies(rows, "no"), 10);
        DatasetProfile current = baseline.emptyProfile();
        current.accept(Table.of(List.of(
                cycling("idle", rows, "a", "a", "a", "a", "b"),
                cycling("strong", rows, "a", "a", "b", "b", "b"),
                NumericColumn.of("_score", scores),
                cycling("_class", rows, "no"))));
        DriftReport report = ModelDriftTest.withDefaults().test(baseline, current);

        assertThat(feature(report, "idle").evidence().outputEffect().orElseThrow())
                .isCloseTo(0, within(1e-9));
        // a tenth of the rows went from a mean score of 0.2 to one of 0.6
        assertThat(feature(report, "strong").evidence().outputEffect().orElseThrow())
                .isCloseTo(0.04, within(1e-9));
        assertThat(report.ranked().subList(0, 2))
                .extracting(FeatureDrift::feature)
                .containsExactly("strong", "idle");
    }

    @Test
    void aFeatureThatTheCallerRulesOutIsInconclusiveAndTheOthersAreJudged() {
        Baseline baseline = Traffic.baseline(SCHEMA, evenly("age", 1000, 0), cycling("plan", 1000, "a", "b", "c"));
        DatasetProfile current =
                Traffic.profile(baseline, SCHEMA, evenly("age", 400, 0.5), cycling("plan", 400, "a", "a", "b", "c"));
        DriftReport report = ModelDriftTest.withDefaults()
                .test(Comparison.of(baseline, current).withUnusable(Map.of("age", "3 of its cells are no numbers")));

        assertThat(feature(report, "age").result())
                .isEqualTo(new DriftResult.Inconclusive("3 of its cells are no numbers", 0));
        assertThat(feature(report, "age").sentence()).isEqualTo("age: 3 of its cells are no numbers.");
        assertThat(report.driftedFeatures()).containsExactly("plan");
    }

    @Test
    void valuesThatGoMissingAreDrift() {
        double[] age = evenly("age", 400, 0).values();
        IntStream.range(0, 400).filter(i -> i % 10 == 0).forEach(i -> age[i] = Double.NaN);
        DriftReport report = report(NumericColumn.of("age", age), cycling("plan", 400, "a", "b", "c"));

        assertThat(report.driftedFeatures()).containsExactly("age");
        assertThat(feature(report, "age").sentence()).contains("\"missing\" went from 0.0 % to 10.0 %");
    }

    @Test
    void aWholeFeatureThatIsMissingIsDrift() {
        DriftReport report = report(cycling("plan", 400, "a", "b", "c"));

        assertThat(report.driftedFeatures()).containsExactly("age");
    }

    @Test
    void anUnseenCategoryIsDrift() {
        DriftReport report =
                report(evenly("age", 400, 0), cycling("plan", 400, "a", "b", "c", "a", "b", "c", "a", "b", "c", "d"));

        assertThat(report.driftedFeatures()).containsExactly("plan");
        assertThat(feature(report, "plan").sentence()).contains("\"d\" went from 0.0 % to 10.0 %");
    }

    @Test
    void tooFewCurrentRowsAreInconclusiveAndSayHowManyAreNeeded() {
        DriftReport report = report(evenly("age", 40, 0.9), cycling("plan", 40, "a"));

        assertThat(report.verdict()).isEqualTo("inconclusive");
        assertThat(feature(report, "age").result())
                .isEqualTo(new DriftResult.Inconclusive("40 of the 50 rows that a verdict needs", 10));
        assertThat(feature(report, "age").adjustedPValue()).isEmpty();
        assertThat(feature(report, "age").tests()).isNotEmpty();
    }

    @Test
    void manyBinsOverFewRowsAreComparedTogether() {
        Table reference = Table.of(List.of(evenly("age", 2000, 0)));
        Baseline baseline = Baseline.of(reference, 40);
        DatasetProfile current = baseline.emptyProfile();
        current.accept(Table.of(List.of(evenly("age", 60, 0))));
        FeatureDrift age = feature(ModelDriftTest.withDefaults().test(baseline, current), "age");

        assertThat(age.result().verdict()).isEqualTo("stable");
        assertThat(age.bins()).hasSize(41);
        // five rows each are expected in twelve groups of neighbouring bins
        assertThat(age.tests().get(0).pValue().orElseThrow()).isGreaterThan(0.9);
    }

    @Test
    void identifiersAreInconclusive() {
        CategoricalColumn ids = CategoricalColumn.of(
                "id", IntStream.range(0, 10_000).mapToObj(i -> "id" + i).toList());
        CategoricalColumn others = CategoricalColumn.of(
                "id", IntStream.range(5_000, 15_000).mapToObj(i -> "id" + i).toList());
        DriftReport report = ModelDriftTest.withDefaults().test(Table.of(List.of(ids)), Table.of(List.of(others)));

        assertThat(report.verdict()).isEqualTo("inconclusive");
        assertThat(feature(report, "id").sentence())
                .contains("different categories")
                .contains("identifiers");
    }

    @Test
    void aSmallBaselineIsInconclusiveAndMoreRowsDoNotHelp() {
        DriftReport report =
                report(ModelDriftTest.withDefaults(), 30, evenly("age", 400, 0.9), cycling("plan", 400, "a", "b", "c"));

        assertThat(feature(report, "age").result())
                .isInstanceOfSatisfying(DriftResult.Inconclusive.class, inconclusive -> {
                    assertThat(inconclusive.reason())
                            .isEqualTo("the baseline has 30 rows where a verdict needs 50; build it from more data");
                    assertThat(inconclusive.rowsNeeded()).isZero();
                });
    }

    @Test
    void withoutAnyRowThereIsNothingMeasured() {
        DriftReport report = report(evenly("age", 0, 0), cycling("plan", 0, "a"));

        assertThat(report.verdict()).isEqualTo("inconclusive");
        assertThat(feature(report, "age").tests()).isEmpty();
    }

    @Test
    void aConstantThatStaysIsInconclusiveAndOneThatChangesIsDrift() {
        double[] sevens = new double[200];
        Arrays.fill(sevens, 7);
        double[] eights = new double[200];
        Arrays.fill(eights, 8);
        Schema schema = Traffic.schema(NumericFeature.of("age"));
        Baseline baseline = Traffic.baseline(schema, NumericColumn.of("age", sevens));
        ModelDriftTest test = ModelDriftTest.withDefaults();

        DriftReport same = test.test(baseline, Traffic.profile(baseline, schema, NumericColumn.of("age", sevens)));
        DriftReport changed = test.test(baseline, Traffic.profile(baseline, schema, NumericColumn.of("age", eights)));

        assertThat(feature(same, "age").result())
                .isEqualTo(new DriftResult.Inconclusive(
                        "every row, then and now, falls into the same bin, so there is nothing to compare", 0));
        assertThat(same.verdict()).isEqualTo("stable");
        assertThat(changed.driftedFeatures()).containsExactly("age");
        assertThat(feature(changed, "age").sentence()).contains("\"= 7\" went from 100.0 % to 0.0 %");
    }

    @Test
    void aDifferenceTooSmallToMatterIsStableHoweverSureItIs() {
        int rows = 200_000;
        Schema schema = Traffic.schema(CategoricalFeature.of("plan", "a", "b"));
        Baseline baseline = Traffic.baseline(schema, cycling("plan", rows, "a", "b"));
        String[] tilted =
                IntStream.range(0, 100).mapToObj(i -> i < 48 ? "a" : "b").toArray(String[]::new);
        var current = Traffic.profile(baseline, schema, cycling("plan", rows, tilted));

        FeatureDrift small = feature(ModelDriftTest.withDefaults().test(baseline, current), "plan");
        FeatureDrift strict =
                feature(ModelDriftTest.withDefaults().withMinimumEffect(0).test(baseline, current), "plan");

        assertThat(small.adjustedPValue().orElseThrow()).isLessThan(1e-9);
        assertThat(small.result().verdict()).isEqualTo("stable");
        assertThat(strict.result().verdict()).isEqualTo("drifted");
    }

    @Test
    void inconclusiveFeaturesDoNotSpendTheBudgetOfTheOthers() {
        double[] sevens = new double[400];
        Schema schema = Traffic.schema(NumericFeature.of("constant"), CategoricalFeature.of("plan", "a", "b"));
        Baseline baseline =
                Traffic.baseline(schema, NumericColumn.of("constant", sevens), cycling("plan", 400, "a", "b"));
        DriftReport report = ModelDriftTest.withDefaults()
                .withCorrection(Correction.HOLM)
                .test(
                        baseline,
                        Traffic.profile(
                                baseline,
                                schema,
                                NumericColumn.of("constant", sevens),
                                cycling("plan", 400, "a", "b", "b")));
        FeatureDrift plan = feature(report, "plan");

        // three of the four comparisons can be judged, and plan has the smallest p-value of them
        assertThat(plan.adjustedPValue().orElseThrow())
                .isCloseTo(3 * plan.tests().get(0).pValue().orElseThrow(), within(1e-12));
    }

    @Test
    void aProfileOverOtherBinsIsRefused() {
        Baseline baseline = Traffic.baseline(SCHEMA, evenly("age", 1000, 0), cycling("plan", 1000, "a", "b", "c"));
        Baseline other = Traffic.baseline(SCHEMA, evenly("age", 1000, 5), cycling("plan", 1000, "a", "b", "c"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelDriftTest.withDefaults().test(baseline, other.profile()))
                .withMessageContaining("feature 'age'")
                .withMessageContaining("Baseline.emptyProfile()");
    }

    @Test
    void impossibleSettingsAreRefused() {
        ModelDriftTest test = ModelDriftTest.withDefaults();

        assertThatIllegalArgumentException().isThrownBy(() -> test.withAlpha(0));
        assertThatIllegalArgumentException().isThrownBy(() -> test.withAlpha(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> test.withMinimumEffect(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> test.withMinimumRows(0));
        assertThat(test.withAlpha(0.01).alpha()).isEqualTo(0.01);
        assertThat(test.alpha()).isEqualTo(0.05);
    }

    private static Table people(NumericColumn age, CategoricalColumn city) {
        return Table.of(List.of(age, city));
    }

    private static CategoricalColumn cities(SplittableRandom random, int rows) {
        return CategoricalColumn.of(
                "city",
                IntStream.range(0, rows)
                        .mapToObj(i -> random.nextInt(3) == 0 ? "Porto" : "Lisbon")
                        .toList());
    }

    @Test
    void aColumnThatLostAllItsValuesIsInconclusiveWhateverItsTypeAndTheOthersAreJudged() {
        SplittableRandom random = new SplittableRandom(6);
        Table reference = people(normal(random, 500, 0), cities(random, 500));
        double[] nothing = new double[300];
        Arrays.fill(nothing, Double.NaN);
        DriftReport report = ModelDriftTest.withDefaults()
                .test(reference, Table.of(List.of(normal(random, 300, 0), NumericColumn.of("city", nothing))));

        assertThat(report.feature("city").orElseThrow().inconclusive()).isTrue();
        assertThat(report.feature("city").orElseThrow().sentence())
                .contains("in the current table every value is missing");
        assertThat(report.features().stream().filter(FeatureDrift::inconclusive).count())
                .isEqualTo(1);
        assertThat(report.verdict())
                .as("nothing drifted, but not all could be looked at")
                .isEqualTo("inconclusive");
        assertThat(report.feature("city").orElseThrow().deciding()).isEmpty();
    }

    @Test
    void aColumnOfAnotherTypeOrNoneIsInconclusiveAndTheOthersAreJudged() {
        SplittableRandom random = new SplittableRandom(7);
        Table reference = people(normal(random, 500, 0), cities(random, 500));
        double[] codes = new double[300];
        DriftReport other = ModelDriftTest.withDefaults()
                .test(reference, Table.of(List.of(normal(random, 300, 2), NumericColumn.of("city", codes))));
        DriftReport absent = ModelDriftTest.withDefaults().test(reference, Table.of(List.of(normal(random, 300, 2))));

        assertThat(other.feature("city").orElseThrow().sentence())
                .contains("it is categorical in the reference and numeric in the current table");
        assertThat(absent.feature("city").orElseThrow().sentence()).contains("has no column of this name");
        assertThat(other.driftedFeatures()).hasSize(1);
        assertThat(absent.driftedFeatures()).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ModelDriftTest.withDefaults().test(reference, Table.of(List.of(NumericColumn.of("z", codes)))))
                .withMessageContaining("expected columns of the reference");
    }

    @Test
    void aRareValueThatBecomesFrequentIsDriftAndAnIdentifierHasNoIndex() {
        Table reference = Table.of(List.of(flags(1000, 10), identifiers("u", 1000)));
        Table current = Table.of(List.of(flags(100, 25), identifiers("v", 100)));
        DriftReport report = ModelDriftTest.withDefaults().test(reference, current);

        assertThat(report.feature("flag").orElseThrow().drifted()).isTrue();
        assertThat(report.feature("id").orElseThrow().inconclusive()).isTrue();
        assertThat(report.feature("id").orElseThrow().deciding()).isEmpty();
    }

    private static NumericColumn flags(int rows, int ones) {
        return NumericColumn.of(
                "flag",
                IntStream.range(0, rows).mapToDouble(i -> i < ones ? 1 : 0).toArray());
    }

    private static CategoricalColumn identifiers(String start, int rows) {
        return CategoricalColumn.of(
                "id", IntStream.range(0, rows).mapToObj(i -> start + i).toList());
    }
}

package io.github.modelwarden.drift.report;

import static io.github.modelwarden.drift.report.Traffic.cycling;
import static io.github.modelwarden.drift.report.Traffic.evenly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.core.data.CategoricalFeature;
import io.github.modelwarden.core.data.Column;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.NumericFeature;
import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.core.profile.Baseline;
import io.github.modelwarden.drift.DriftResult;
import io.github.modelwarden.drift.TestStatistic;
import io.github.modelwarden.drift.correction.Correction;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModelDriftTestTest {

    private static final Schema SCHEMA =
            Traffic.schema(NumericFeature.of("age"), CategoricalFeature.of("plan", "a", "b", "c"));

    private static DriftReport report(ModelDriftTest test, int referenceRows, Column... current) {
        Baseline baseline = Traffic.baseline(
                SCHEMA, evenly("age", referenceRows, 0), cycling("plan", referenceRows, "a", "b", "c"));
        return test.test(baseline, Traffic.profile(baseline, SCHEMA, current), Map.of());
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
                .containsExactly("psi", "wasserstein1_stddevs", "js_divergence");
        assertThat(feature(report, "plan").tests())
                .extracting(TestStatistic::name)
                .containsExactly("psi", "chi_square", "js_divergence");
    }

    @Test
    void singleValuesAddKolmogorovSmirnov() {
        Baseline baseline = Traffic.baseline(SCHEMA, evenly("age", 1000, 0), cycling("plan", 1000, "a", "b", "c"));
        NumericColumn age = evenly("age", 300, 0.1);
        DriftReport report = ModelDriftTest.withDefaults()
                .test(
                        baseline,
                        Traffic.profile(baseline, SCHEMA, age, cycling("plan", 300, "a", "b", "c")),
                        Map.of("age", age.values()));

        TestStatistic ks = feature(report, "age").tests().get(1);
        assertThat(ks.name()).isEqualTo("ks");
        assertThat(ks.value()).isCloseTo(0.1, within(0.005));
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
        assertThat(feature(report, "plan").sentence()).contains("\"other\" went from 0.0 % to 10.0 %");
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
    void moreUsedBinsNeedMoreRows() {
        Schema schema = Traffic.schema(NumericFeature.of("age"));
        Baseline baseline = Baseline.of(
                schema,
                io.github.modelwarden.core.data.Table.of(java.util.List.of(evenly("age", 2000, 0))),
                new double[2000],
                java.util.Collections.nCopies(2000, "no"),
                40);
        DriftReport report = ModelDriftTest.withDefaults()
                .test(baseline, Traffic.profile(baseline, schema, evenly("age", 160, 0)), Map.of());

        assertThat(feature(report, "age").result())
                .isEqualTo(new DriftResult.Inconclusive("160 of the 200 rows that a verdict needs", 40));
    }

    @Test
    void aSmallBaselineIsInconclusiveAndMoreRowsDoNotHelp() {
        DriftReport report =
                report(ModelDriftTest.withDefaults(), 30, evenly("age", 400, 0.9), cycling("plan", 400, "a", "b", "c"));

        assertThat(feature(report, "age").result())
                .isInstanceOfSatisfying(DriftResult.Inconclusive.class, inconclusive -> {
                    assertThat(inconclusive.reason())
                            .isEqualTo("the baseline has 30 rows where a verdict over 10 bins needs 50;"
                                    + " build it from more data");
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

        DriftReport same =
                test.test(baseline, Traffic.profile(baseline, schema, NumericColumn.of("age", sevens)), Map.of());
        DriftReport changed =
                test.test(baseline, Traffic.profile(baseline, schema, NumericColumn.of("age", eights)), Map.of());

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

        FeatureDrift small = feature(ModelDriftTest.withDefaults().test(baseline, current, Map.of()), "plan");
        FeatureDrift strict =
                feature(ModelDriftTest.withDefaults().withMinimumEffect(0).test(baseline, current, Map.of()), "plan");

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
                                cycling("plan", 400, "a", "b", "b")),
                        Map.of());
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
                .isThrownBy(() -> ModelDriftTest.withDefaults().test(baseline, other.profile(), Map.of()))
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
}

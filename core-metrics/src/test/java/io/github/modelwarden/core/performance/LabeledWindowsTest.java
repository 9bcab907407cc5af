package io.github.modelwarden.core.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.core.MergeLawsContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LabeledWindowsTest extends MergeLawsContract<LabeledWindowsTest.Windows, LabeledWindowsTest.Event> {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final WindowPolicy HOURLY = WindowPolicy.withDefaults(HOUR);

    /** The windows of binary classifiers. */
    record Windows(LabeledWindows<BinaryPrediction, Boolean, BinaryPerformance> all) {}

    /** A prediction, a label, or both. */
    record Event(String id, double hours, double score, boolean predicted, boolean labeled) {}

    private static LabeledWindows<BinaryPrediction, Boolean, BinaryPerformance> binary(WindowPolicy policy) {
        return LabeledWindows.create(LabeledKind.binary(100), policy);
    }

    private static Instant at(double hours) {
        return START.plusMillis(Math.round(hours * 3_600_000));
    }

    @Override
    protected Windows of(List<Event> items) {
        var windows = binary(HOURLY);
        for (Event event : items) {
            if (event.predicted) {
                windows.predicted(event.id, at(event.hours), BinaryPrediction.of(event.score, 0.5));
            }
            if (event.labeled) {
                windows.labeled(event.id, at(event.hours + 3 * event.score), event.score > 0.4);
            }
        }
        return new Windows(windows);
    }

    @Override
    protected Event item(Random random) {
        boolean predicted = random.nextInt(5) > 0;
        return new Event(
                Long.toHexString(random.nextLong()),
                random.nextInt(20),
                random.nextDouble(),
                predicted,
                !predicted || random.nextBoolean());
    }

    @Override
    protected Windows combine(Windows a, Windows b) {
        return new Windows(a.all.combine(b.all));
    }

    @Override
    protected void assertSame(Windows actual, Windows expected) {
        assertThat(actual.all.waiting()).isEqualTo(expected.all.waiting());
        assertThat(actual.all.unmatched()).isEqualTo(expected.all.unmatched());
        var left = actual.all.windows(Duration.ofHours(4), at(30));
        var right = expected.all.windows(Duration.ofHours(4), at(30));
        assertThat(left).hasSameSizeAs(right);
        for (int i = 0; i < left.size(); i++) {
            assertThat(left.get(i).from()).isEqualTo(right.get(i).from());
            assertThat(left.get(i).predictions()).isEqualTo(right.get(i).predictions());
            assertThat(left.get(i).labeled()).isEqualTo(right.get(i).labeled());
            assertThat(left.get(i).maturity().orElse(-1))
                    .isCloseTo(right.get(i).maturity().orElse(-1), within(1e-9));
            assertThat(left.get(i).warnings()).isEqualTo(right.get(i).warnings());
            assertThat(left.get(i).performance().matrix())
                    .isEqualTo(right.get(i).performance().matrix());
        }
    }

    @Test
    void aLabelCountsForTheWindowOfItsPrediction() {
        var windows = binary(HOURLY);
        windows.predicted("early", at(0.5), BinaryPrediction.of(0.9, 0.5));
        windows.predicted("late", at(2.5), BinaryPrediction.of(0.2, 0.5));
        assertThat(windows.labeled("early", at(9), true)).isTrue();
        assertThat(windows.labeled("late", at(9), true)).isTrue();

        List<LabeledWindow<BinaryPerformance>> hours = windows.windows(HOUR, at(10));
        assertThat(hours).hasSize(3);
        assertThat(hours.get(0).performance().matrix()).isEqualTo(new ConfusionMatrix(1, 0, 0, 0));
        assertThat(hours.get(1).predictions()).isZero();
        assertThat(hours.get(1).coverage()).isEmpty();
        assertThat(hours.get(1).maturity()).isEmpty();
        assertThat(hours.get(1).from()).isEqualTo(at(1));
        assertThat(hours.get(2).performance().matrix()).isEqualTo(new ConfusionMatrix(0, 0, 1, 0));
        assertThat(windows.window(at(0), at(3), at(10)).performance().matrix())
                .isEqualTo(new ConfusionMatrix(1, 0, 1, 0));
    }

    @Test
    void aLabelMayComeBeforeItsPredictionOrReachAnotherPart() {
        var here = binary(HOURLY);
        var there = binary(HOURLY);
        assertThat(here.labeled("a", at(1), true)).isFalse();
        assertThat(here.unmatched()).isEqualTo(1);
        here.predicted("a", at(0.9), BinaryPrediction.of(0.9, 0.5));
        assertThat(here.unmatched()).isZero();
        here.predicted("b", at(0.9), BinaryPrediction.of(0.1, 0.5));
        there.labeled("b", at(2), false);
        here.combine(there);
        assertThat(here.waiting()).isZero();
        assertThat(here.unmatched()).isZero();
        assertThat(here.window(at(0), at(1), at(3)).performance().matrix()).isEqualTo(new ConfusionMatrix(1, 0, 0, 1));
    }

    @Test
    void repeatedPredictionsAndLabelsChangeNothing() {
        var windows = binary(HOURLY);
        assertThat(windows.predicted("a", at(0), BinaryPrediction.of(0.9, 0.5))).isTrue();
        assertThat(windows.predicted("a", at(0), BinaryPrediction.of(0.1, 0.5))).isFalse();
        windows.labeled("a", at(1), true);
        windows.labeled("a", at(1), false);
        assertThat(windows.window(at(0), at(1), at(2)).performance().matrix())
                .isEqualTo(new ConfusionMatrix(1, 0, 0, 0));
    }

    @Test
    void withAHorizonMaturityIsTheShareOfPredictionsThatAreOlder() {
        var windows = binary(HOURLY.withHorizon(Duration.ofHours(5)));
        for (int i = 0; i < 80; i++) {
            windows.predicted("p" + i, at(i / 10.0), BinaryPrediction.of(0.5, 0.5));
        }
        // predictions of hours 0 to 7; those before 3.5 are older than 5 hours at 8.5
        LabeledWindow<BinaryPerformance> window = windows.window(at(0), at(8), at(8.5));
        assertThat(window.maturity().orElseThrow()).isCloseTo(3.5 / 8, within(1e-9));
        assertThat(window.horizon()).contains(Duration.ofHours(5));
        assertThat(window.warnings())
                .containsExactlyInAnyOrder(
                        WindowWarning.FEW_LABELS, WindowWarning.LOW_COVERAGE, WindowWarning.IMMATURE);
        assertThat(window.sentences())
                .anyMatch(s -> s.contains("0 of 80 predictions have a label"))
                .anyMatch(s -> s.contains("a share of 0.438 of the labels has had time"));
    }

    /** Predictions until now, six in ten of which get a label after an exponential delay of 8 hours. */
    private static LabeledWindows<BinaryPrediction, Boolean, BinaryPerformance> delayed(long seed, double now) {
        Random random = new Random(seed);
        var windows = binary(HOURLY);
        for (int i = 0; i < 20_000; i++) {
            double made = now * i / 20_000.0;
            double score = random.nextDouble();
            boolean positive = random.nextDouble() < score;
            double delay = -8 * Math.log(1 - random.nextDouble());
            windows.predicted("p" + i, at(made), BinaryPrediction.of(score, 0.5));
            if (random.nextInt(10) < 6 && made + delay <= now) {
                windows.labeled("p" + i, at(made + delay), positive);
            }
        }
        return windows;
    }

    @Test
    void maturityLearnedFromDelaysIsNotFooledByTheQuickLabels() {
        var windows = delayed(1, 144);
        for (LabeledWindow<BinaryPerformance> window : windows.windows(Duration.ofHours(6), at(144))) {
            double youngest = Duration.between(window.to(), at(144)).toMinutes() / 60.0;
            double arrived = 1 - 8 / 6.0 * (Math.exp(-youngest / 8) - Math.exp(-(youngest + 6) / 8));
            assertThat(window.maturity().orElseThrow())
                    .as("window from %s", window.from())
                    .isCloseTo(arrived, within(0.03));
            assertThat(window.coverage().orElseThrow()).isCloseTo(0.6 * arrived, within(0.06));
            assertThat(window.warnings().contains(WindowWarning.IMMATURE))
                    .isEqualTo(window.maturity().getAsDouble() < 0.8);
        }
    }

    @Test
    void aShortHistorySpeaksOfTheDelaysItCouldShow() {
        double now = 20;
        for (LabeledWindow<BinaryPerformance> window : delayed(5, now).windows(Duration.ofHours(1), at(now))) {
            double horizon = window.horizon().orElseThrow().toSeconds() / 3600.0;
            assertThat(horizon).isBetween(14.0, now);
            double age = Duration.between(window.from(), at(now)).toMinutes() / 60.0 - 0.5;
            double arrived = Math.min(1, (1 - Math.exp(-age / 8)) / (1 - Math.exp(-horizon / 8)));
            assertThat(window.maturity().orElseThrow())
                    .as("window from %s", window.from())
                    .isCloseTo(arrived, within(0.04));
        }
    }

    @Test
    void aMatureWindowOfLabelsThatComeAtRandomIsTrustworthy() {
        LabeledWindow<BinaryPerformance> window = delayed(2, 144).window(at(0), at(48), at(144));
        assertThat(window.trustworthy()).isTrue();
        assertThat(window.sentences()).isEmpty();
        assertThat(Math.abs(window.scoreShift().orElseThrow())).isLessThan(0.1);
        Estimate accuracy =
                window.performance().estimate(BinaryMetric.ACCURACY, 0.95).orElseThrow();
        assertThat(accuracy.lower().orElseThrow()).isLessThan(0.75);
        assertThat(accuracy.upper().orElseThrow()).isGreaterThan(0.75);
        assertThat(window.performance().estimate(ScoreMetric.BRIER, 0.95)).isPresent();
    }

    @Test
    void labelsThatComeFirstForHighScoresAreFlagged() {
        Random random = new Random(4);
        var windows = binary(HOURLY.withHorizon(HOUR));
        for (int i = 0; i < 2000; i++) {
            double score = random.nextDouble();
            windows.predicted("p" + i, at(0), BinaryPrediction.of(score, 0.5));
            if (random.nextDouble() < 0.35 + 0.3 * score) {
                windows.labeled("p" + i, at(0.5), random.nextDouble() < score);
            }
        }
        LabeledWindow<BinaryPerformance> window = windows.window(at(0), at(1), at(9));
        assertThat(window.warnings()).containsExactly(WindowWarning.BIASED_LABELS);
        assertThat(window.scoreShift().orElseThrow()).isBetween(0.2, 0.6);
        assertThat(window.sentences().get(0)).contains("standard deviations away from those without");
    }

    @Test
    void labelsThatComeAtRandomAreSeldomFlagged() {
        int flagged = 0;
        for (long seed = 0; seed < 1000; seed++) {
            Random random = new Random(seed);
            var windows = binary(HOURLY.withBiasTest(0.05, 0));
            for (int i = 0; i < 120; i++) {
                windows.predicted("p" + i, at(0), BinaryPrediction.of(Math.pow(random.nextDouble(), 3), 0.5));
                if (random.nextBoolean()) {
                    windows.labeled("p" + i, at(0), true);
                }
            }
            flagged += windows.window(at(0), at(1), at(9)).warnings().contains(WindowWarning.BIASED_LABELS) ? 1 : 0;
        }
        // 5 % of 1000 is 50; 30 and 72 are about its 0.1 % and 99.9 % quantiles
        assertThat(flagged).isBetween(30, 72);
    }

    @Test
    void theBiasTestComparesLabelledWithTheOtherPredictions() {
        var all = io.github.modelwarden.core.profile.Moments.create();
        var labeled = io.github.modelwarden.core.profile.Moments.create();
        double[] with = {1, 2, 3, 6};
        double[] without = {2, 4, 9};
        for (double score : with) {
            all.accept(score);
            labeled.accept(score);
        }
        for (double score : without) {
            all.accept(score);
        }
        LabelBias bias = LabelBias.of(all, labeled);
        // means 3 and 5, variances 14/3 and 13
        assertThat(bias.shift()).isCloseTo(-2 / Math.sqrt((14 / 3.0 + 13) / 2), within(1e-12));
        assertThat(bias.z()).isCloseTo(-2 / Math.sqrt(14 / 12.0 + 13 / 3.0), within(1e-12));
    }

    @Test
    void delaysAreUnknownBeforeEnoughLabelsHaveCome() {
        var windows = binary(HOURLY);
        windows.predicted("a", at(0), BinaryPrediction.of(0.5, 0.5));
        LabeledWindow<BinaryPerformance> window = windows.window(at(0), at(1), at(50));
        assertThat(window.maturity()).isEmpty();
        assertThat(window.horizon()).isEmpty();
        assertThat(window.warnings()).contains(WindowWarning.IMMATURE);
        assertThat(window.sentences()).contains("it is not known yet how long labels take");
    }

    @Test
    void forgettingDropsWholeSlicesWithWhatWaits() {
        var windows = delayed(3, 144);
        int waiting = windows.waiting();
        windows.labeled("nobody", at(20), true);
        windows.forget(at(72.5));
        assertThat(windows.waiting()).isBetween(waiting / 2, waiting - 1000);
        assertThat(windows.unmatched()).isZero();
        assertThat(windows.windows(Duration.ofHours(24), at(144))).hasSize(3);
        assertThat(windows.windows(HOUR, at(144)).get(0).from()).isEqualTo(at(72));
    }

    @Test
    void otherKindsOfModelsHaveWindowsToo() {
        LabeledWindows<Double, Double, RegressionErrors> numbers =
                LabeledWindows.create(LabeledKind.regression(), HOURLY);
        numbers.predicted("a", at(0), 4.0);
        numbers.labeled("a", at(1), 3.0);
        assertThat(numbers.window(at(0), at(1), at(2)).performance().value(RegressionMetric.MEAN_ERROR))
                .hasValue(1);
        LabeledWindows<ClassPrediction, String, MulticlassMatrix> classes =
                LabeledWindows.create(LabeledKind.multiclass(), HOURLY);
        classes.predicted("a", at(0), new ClassPrediction("cat", 0.7));
        classes.labeled("a", at(1), "dog");
        assertThat(classes.window(at(0), at(1), at(2)).performance().labels()).containsExactly("cat", "dog");
    }

    @Test
    void wrongUseIsRefusedWithASentence() {
        var windows = binary(HOURLY);
        windows.predicted("a", at(0), BinaryPrediction.of(0.5, 0.5));
        var twin = binary(HOURLY);
        twin.predicted("a", at(0), BinaryPrediction.of(0.5, 0.5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> windows.combine(twin))
                .withMessageContaining("prediction 'a' is in both");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> windows.combine(binary(WindowPolicy.withDefaults(Duration.ofMinutes(1)))))
                .withMessageContaining("slices of PT1H with slices of PT1M");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> windows.windows(Duration.ofMinutes(90), at(9)))
                .withMessageContaining("multiple of the slice PT1H but got PT1H30M");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> windows.window(at(1), at(1.5), at(9)))
                .withMessageContaining("at least one slice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BinaryPrediction.of(Double.NaN, 0.5))
                .withMessageContaining("from 0 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HOURLY.withMinimum(30, 1.5, 0.5))
                .withMessageContaining("coverage of 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WindowPolicy.withDefaults(Duration.ZERO))
                .withMessageContaining("at least 1 ms");
    }
}

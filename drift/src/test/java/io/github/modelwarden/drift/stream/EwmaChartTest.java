package io.github.modelwarden.drift.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EwmaChartTest extends FindsChangesContract {

    @Override
    EwmaChart method() {
        return EwmaChart.withDefaults().withWarmStart(200).withWeight(0.1).withLimit(4);
    }

    @Override
    double[] before() {
        return Streams.values(1, 1_000);
    }

    @Override
    double[] after() {
        return Streams.constant(100, 2);
    }

    @Override
    double[] stream() {
        return Streams.goldenValues();
    }

    @Override
    double[] constants() {
        return new double[] {0, 0.1, -7.3, 1e9};
    }

    @Override
    int mostDelay() {
        return 10;
    }

    private static double[] normal(int length) {
        Random random = new Random(17);
        double[] values = new double[length];
        Arrays.setAll(values, i -> 10 + 2 * random.nextGaussian());
        return values;
    }

    private static double meanRun(EwmaChart chart) {
        double[] values = normal(500_000);
        return (double) values.length / ChangeDetectors.alarms(chart, values).length;
    }

    private static long medianRun(EwmaChart chart) {
        long[] alarms = ChangeDetectors.alarms(chart, normal(500_000));
        long[] runs = new long[alarms.length - 1];
        Arrays.setAll(runs, i -> alarms[i + 1] - alarms[i]);
        Arrays.sort(runs);
        return runs[runs.length / 2];
    }

    @Test
    void aKnownTargetGivesTheRunLengthOfTheTables() {
        // the asymptotic limits of Lucas and Saccucci 1990 give 500; those of the first values are narrower
        EwmaChart chart = EwmaChart.withDefaults().withTarget(new Target(10, 2));
        assertThat(meanRun(chart)).isBetween(450.0, 540.0);
        assertThat(meanRun(chart.withWeight(0.1).withLimit(2.814))).isBetween(440.0, 540.0);
    }

    @Test
    void anEstimatedTargetMakesMostRunsShorter() {
        assertThat(medianRun(EwmaChart.withDefaults().withTarget(new Target(10, 2))))
                .isBetween(300L, 360L);
        assertThat(medianRun(EwmaChart.withDefaults()) - 100).isBetween(200L, 290L);
    }

    @Test
    void theChartFollowsItsFormula() {
        ChangeDetector detector = EwmaChart.withDefaults()
                .withWeight(0.5)
                .withLimit(3)
                .withTarget(new Target(0, 1))
                .start();
        assertThat(detector.estimate()).isEmpty();
        // limits 3·√(1/3·(1 − 0.25^t)): 1.5 and 1.677
        assertThat(detector.accept(2.9)).isEqualTo(Signal.STABLE);
        assertThat(detector.estimate().orElseThrow()).isCloseTo(1.45, within(1e-12));
        assertThat(detector.accept(1.9)).isEqualTo(Signal.STABLE);
        assertThat(detector.estimate().orElseThrow()).isCloseTo(1.675, within(1e-12));
        assertThat(detector.accept(1.8)).isEqualTo(Signal.DRIFT);
    }

    @Test
    void oneSideIsEnoughOnRequest() {
        double[] falling = Streams.joined(Streams.values(1, 300), Streams.values(2, 300));
        for (int i = 300; i < falling.length; i++) {
            falling[i] -= 3;
        }
        EwmaChart chart = EwmaChart.withDefaults().withLimit(5);
        assertThat(ChangeDetectors.alarms(chart.withDirection(Direction.INCREASE), falling))
                .isEmpty();
        assertThat(ChangeDetectors.alarms(chart.withDirection(Direction.DECREASE), falling))
                .hasSize(1);
    }

    @Test
    void anyOtherValueAfterAConstantWarmStartIsDrift() {
        double[] stream = Streams.joined(Streams.constant(100, 0.1), new double[] {0.1, 0.11});
        assertThat(ChangeDetectors.alarms(EwmaChart.withDefaults(), stream)).containsExactly(101);
    }

    @Test
    void settingsOutsideTheirRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EwmaChart.withDefaults().withWeight(0))
                .withMessage("ewma: expected a weight above 0 and at most 1 but got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EwmaChart.withDefaults().withWeight(Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EwmaChart.withDefaults().withLimit(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EwmaChart.withDefaults().withWarmStart(1));
    }
}

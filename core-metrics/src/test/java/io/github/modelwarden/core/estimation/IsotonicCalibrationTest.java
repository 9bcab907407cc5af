package io.github.modelwarden.core.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IsotonicCalibrationTest {

    private static final long SEED = 20260101;

    @Test
    void agreesWithScikitLearnOnTiedScoresAndBetweenThem() {
        IsotonicCalibration calibration = IsotonicCalibration.fit(Golden.numbers("score"), Golden.labels("label"));

        assertThat(calibration.calibrate(Golden.numbers("query")))
                .containsExactly(Golden.numbers("isotonic"), within(1e-12));
    }

    @Test
    void violatorsArePooledAndTheEndsStayConstant() {
        IsotonicCalibration calibration = IsotonicCalibration.fit(new double[] {1, 2, 3, 4}, Labels.of(0, 1, 0, 1));

        assertThat(calibration.calibrate(new double[] {-9, 1, 1.5, 2, 2.5, 3, 3.5, 4, 9}))
                .containsExactly(new double[] {0, 0, 0.25, 0.5, 0.5, 0.5, 0.75, 1, 1}, within(1e-15));
    }

    @Test
    void oneScoreForAllRowsBecomesTheirShareOfPositives() {
        assertThat(IsotonicCalibration.fit(new double[] {0.0, -0.0, 0}, Labels.of(1, 0, 0))
                        .calibrate(0.7))
                .isCloseTo(1.0 / 3, within(1e-15));
    }

    @Test
    void wrongProbabilitiesAreCalibratedAndRightOnesAreLeftAlone() {
        for (int run = 0; run < 5; run++) {
            SplittableRandom random = new SplittableRandom(SEED + run);
            double[] probabilities = Labels.probabilities(random, 20_000, 0);
            boolean[] labels = Labels.drawn(random, probabilities);
            double[] bold = Arrays.stream(probabilities).map(p -> p * p).toArray();

            assertThat(Calibration.whenItHelps(probabilities, labels))
                    .as("right, seed %d", SEED + run)
                    .isSameAs(Calibration.none());
            assertThat(Calibration.whenItHelps(bold, labels).calibrate(0.49))
                    .as("squared, seed %d", SEED + run)
                    .isCloseTo(0.7, within(0.05));
        }
    }

    @Test
    void fewRowsAreMostlyLeftAlone() {
        int calibrated = 0;
        for (int run = 0; run < 100; run++) {
            SplittableRandom random = new SplittableRandom(SEED + run);
            double[] probabilities = Labels.probabilities(random, 200, 0);
            calibrated +=
                    Calibration.whenItHelps(probabilities, Labels.drawn(random, probabilities)) == Calibration.none()
                            ? 0
                            : 1;
        }

        assertThat(calibrated).isLessThan(30);
    }

    @Test
    void scoresThatAreNoProbabilitiesAreCalibrated() {
        double[] scores = new double[40];
        boolean[] labels = new boolean[40];
        for (int i = 0; i < 40; i++) {
            scores[i] = i;
            labels[i] = i >= 20;
        }

        assertThat(Calibration.whenItHelps(scores, labels).calibrate(30)).isEqualTo(1);
        assertThat(scores[39]).isEqualTo(39);
    }

    @Test
    void whatCannotBeCalibratedIsRefused() {
        assertThatThrownBy(() -> IsotonicCalibration.fit(new double[] {0.1, Double.NaN}, Labels.of(0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("row 1: expected a finite score but got NaN");
        assertThatThrownBy(() -> IsotonicCalibration.fit(new double[0], Labels.of()))
                .hasMessageContaining("at least one row");
        assertThatThrownBy(() -> IsotonicCalibration.fit(new double[1], Labels.of(1, 0)))
                .hasMessageContaining("1 scores and 2 labels");
        assertThatThrownBy(() -> Calibration.whenItHelps(new double[20], new boolean[20]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 10 reference rows of each class but got 0 positive and 20 negative");
        assertThatThrownBy(() -> Calibration.none().calibrate(1.5)).hasMessageContaining("from 0 to 1 but got 1.5");
        assertThatThrownBy(() -> Calibration.none().calibrate(Double.NaN)).hasMessageContaining("got NaN");
        assertThatThrownBy(() ->
                        IsotonicCalibration.fit(new double[] {1}, Labels.of(1)).calibrate(Double.NaN))
                .hasMessageContaining("got NaN");
    }
}

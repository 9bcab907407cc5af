package io.github.modelwarden.core.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Vectors computed by brute force over all pairs. */
class DeLongTest {

    private static final boolean[] POSITIVE = {
        true, true, true, true, true, false, false, false, false, false, false, false
    };
    private static final double[] A = {.9, .8, .7, .6, .35, .5, .4, .4, .3, .2, .1, .35};
    private static final double[] B = {.7, .8, .4, .6, .3, .5, .65, .2, .3, .4, .1, .25};

    @Test
    void agreesWithAllPairs() {
        DeLong test = DeLong.of(A, B, POSITIVE);
        assertThat(test.first()).isCloseTo(0.9, within(1e-12));
        assertThat(test.second()).isCloseTo(0.8, within(1e-12));
        assertThat(test.firstVariance()).isCloseTo(.01142857, within(5e-9));
        assertThat(test.secondVariance()).isCloseTo(.01799320, within(5e-9));
        assertThat(test.covariance()).isCloseTo(.00892857, within(5e-9));
        assertThat(test.z()).isCloseTo(.92989563, within(5e-9));
    }

    @Test
    void theIntervalOfOneAreaRestsOnTheSameVariance() {
        Random random = new Random(3);
        double[] scores = new double[300];
        boolean[] positive = new boolean[300];
        for (int i = 0; i < 300; i++) {
            positive[i] = random.nextInt(3) == 0;
            scores[i] = Math.round(8 * (random.nextGaussian() + (positive[i] ? 1 : 0))) / 8.0;
        }
        double area = RocAuc.of(scores, positive).orElseThrow();
        double error = Math.sqrt(DeLong.of(scores, scores, positive).firstVariance());
        Estimate estimate = DeLong.estimate(scores, positive, 0.95).orElseThrow();

        assertThat(estimate.value()).isCloseTo(area, within(1e-14));
        double logOdds =
                Math.log(estimate.upper().orElseThrow() / (1 - estimate.upper().orElseThrow()));
        double reach = (logOdds - Math.log(area / (1 - area))) / (error / (area * (1 - area)));
        // the t quantile for about 200 degrees of freedom
        assertThat(reach).isBetween(1.965, 1.985);
        assertThat(estimate.method()).isEqualTo(IntervalMethod.DELONG);
    }

    @Test
    void aPerfectAreaIsNotCertain() {
        double[] scores = {1, 2, 3, 4, 5, 6};
        boolean[] positive = {false, false, false, true, true, true};
        Estimate estimate = DeLong.estimate(scores, positive, 0.95).orElseThrow();
        assertThat(estimate.value()).isEqualTo(1);
        // three pairs without a common row: 3 / (3 + 1.96²)
        assertThat(estimate.lower().orElseThrow()).isCloseTo(0.43850, within(1e-5));
    }

    @Test
    void scoresThatAllTieHaveAnAreaWithoutBounds() {
        Estimate estimate = DeLong.estimate(new double[6], new boolean[] {true, true, false, false, true, true}, 0.95)
                .orElseThrow();
        assertThat(estimate.value()).isEqualTo(0.5);
        assertThat(estimate.method()).isEqualTo(IntervalMethod.NONE);
    }

    @Test
    void aSinglePositiveFallsBackOnTheAreaAlone() {
        Estimate estimate = DeLong.estimate(new double[] {3, 1, 2, 4}, new boolean[] {true, false, false, false}, 0.95)
                .orElseThrow();
        assertThat(estimate.method()).isEqualTo(IntervalMethod.HANLEY_MCNEIL);
        assertThat(DeLong.estimate(new double[] {3, 1}, new boolean[2], 0.95)).isEmpty();
    }

    @Test
    void tooFewRowsOfAClassNaNAndUnequalLengthsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeLong.of(new double[3], new double[3], new boolean[] {true, true, false}))
                .withMessageContaining("2 positive and 1 negative rows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeLong.of(A, B.clone(), new boolean[3]))
                .withMessageContaining("12 scores and 3 labels");
        double[] broken = A.clone();
        broken[4] = Double.NaN;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeLong.of(A, broken, POSITIVE))
                .withMessageContaining("row 4");
    }
}

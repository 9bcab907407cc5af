package io.github.modelwarden.retraining.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.retraining.ModelMetric;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Vectors computed by brute force: binomial sums in exact integers. */
class GateStatisticsTest {

    @Test
    void mcNemarAgreesWithExactSums() {
        McNemar test = new McNemar(10, 25);
        assertThat(test.exactPValue()).isCloseTo(0.016674, within(5e-7));
        assertThat(test.midPValue()).isCloseTo(0.011331, within(5e-7));
        assertThat(test.chiSquared()).isCloseTo(6.4286, within(5e-5));
        assertThat(new McNemar(3, 12).exactPValue()).isCloseTo(0.035156, within(5e-7));
        assertThat(new McNemar(12, 3).midPValue()).isCloseTo(0.021271, within(5e-7));
        assertThat(new McNemar(5, 5).exactPValue()).isEqualTo(1);
        assertThat(new McNemar(5, 5).midPValue()).isCloseTo(0.753906, within(5e-7));
        assertThat(new McNemar(59, 16).exactPValue()).isLessThan(1e-6).isPositive();
        assertThat(new McNemar(0, 0).exactPValue()).isEqualTo(1);
        assertThat(new McNemar(40_000, 41_000).midPValue()).isBetween(0.0, 0.001);
    }

    @Test
    void normalQuantiles() {
        assertThat(Normal.quantile(0.95)).isCloseTo(1.6448536269514722, within(1e-9));
        assertThat(Normal.quantile(0.001)).isCloseTo(-3.090232306167814, within(1e-9));
        assertThat(Normal.quantile(0.5)).isCloseTo(0, within(1e-9));
    }

    @Test
    void gatePromotesEquallyGoodChallengersRarely() {
        PromotionGate gate = new PromotionGate(ModelMetric.F1, 0.05, 0, 0.02, 200, 30, 0.6, 400);
        int promoted = 0;
        int trials = 400;
        for (int seed = 0; seed < trials; seed++) {
            Random random = new Random(seed);
            int n = 400;
            double[] champion = new double[n];
            double[] challenger = new double[n];
            boolean[] positive = new boolean[n];
            for (int i = 0; i < n; i++) {
                positive[i] = random.nextDouble() < 0.3;
                double signal = (positive[i] ? 0.6 : 0.4) + 0.1 * random.nextGaussian();
                champion[i] = signal + 0.1 * random.nextGaussian();
                challenger[i] = signal + 0.1 * random.nextGaussian();
            }
            Comparison c = Comparison.ofScores(champion, challenger, 0.5, positive);
            promoted += gate.judge(c, 7).verdict() == Verdict.PROMOTE ? 1 : 0;
        }
        // 5 % of 400 is 20; 36 is beyond the 0.9998 quantile of that binomial
        assertThat(promoted).as("seeds 0 to 399").isBetween(6, 36);
    }
}

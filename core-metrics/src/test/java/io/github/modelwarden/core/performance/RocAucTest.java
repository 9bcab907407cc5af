package io.github.modelwarden.core.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RocAucTest {

    private static OptionalDouble byCountingPairs(double[] scores, boolean[] positive) {
        double wins = 0;
        long pairs = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < scores.length; j++) {
                if (positive[i] && !positive[j]) {
                    pairs++;
                    wins += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                }
            }
        }
        return pairs == 0 ? OptionalDouble.empty() : OptionalDouble.of(wins / pairs);
    }

    @Test
    void equalsCountingAllPairsAlsoWithTies() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            int n = random.nextInt(60);
            int levels = 1 + random.nextInt(12);
            double[] scores = new double[n];
            boolean[] positive = new boolean[n];
            for (int i = 0; i < n; i++) {
                scores[i] = random.nextInt(levels) / (double) levels;
                positive[i] = random.nextInt(4) == 0;
            }
            OptionalDouble expected = byCountingPairs(scores, positive);
            OptionalDouble actual = RocAuc.of(scores, positive);
            assertThat(actual.isPresent()).as("seed %d", seed).isEqualTo(expected.isPresent());
            if (expected.isPresent()) {
                assertThat(actual.getAsDouble()).as("seed %d", seed).isCloseTo(expected.getAsDouble(), within(1e-12));
            }
        }
    }

    @Test
    void positiveAndNegativeZeroTie() {
        assertThat(RocAuc.of(new double[] {0.0, -0.0}, new boolean[] {true, false}))
                .hasValue(0.5);
    }

    @Test
    void oneClassAloneHasNoArea() {
        assertThat(RocAuc.of(new double[] {1, 2}, new boolean[] {true, true})).isEmpty();
        assertThat(RocAuc.of(new double[] {1, 2}, new boolean[] {false, false})).isEmpty();
        assertThat(RocAuc.of(new double[] {}, new boolean[] {})).isEmpty();
    }

    @Test
    void aScoreThatIsNaNAndUnequalLengthsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RocAuc.of(new double[] {Double.NaN}, new boolean[] {true}))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RocAuc.of(new double[] {1, 2}, new boolean[] {true}))
                .withMessageContaining("2 scores and 1 labels");
    }

    @Test
    void theIntervalFromAreaAndSizesIsThatOfHanleyAndMcNeil() {
        Estimate estimate = RocAuc.hanleyMcNeil(0.75, 40, 60, 0.95);

        // (.75·.25 + 39·(.75/1.25 − .5625) + 59·(1.125/1.75 − .5625)) / 2400, on the log-odds scale
        double error = Math.sqrt((0.1875 + 39 * (0.6 - 0.5625) + 59 * (1.125 / 1.75 - 0.5625)) / 2400);
        double reach = 1.959963984540054 * error / 0.1875;
        assertThat(estimate.lower().orElseThrow()).isCloseTo(1 / (1 + Math.exp(reach) / 3), within(1e-12));
        assertThat(estimate.upper().orElseThrow()).isCloseTo(1 / (1 + Math.exp(-reach) / 3), within(1e-12));
        assertThat(estimate.sampleCount()).isEqualTo(100);
        assertThat(RocAuc.hanleyMcNeil(1, 40, 60, 0.95).lower().orElseThrow()).isBetween(0.85, 0.95);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RocAuc.hanleyMcNeil(Double.NaN, 40, 60, 0.95))
                .withMessageContaining("from 0 to 1");
    }
}

package io.github.modelwarden.retraining.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.modelwarden.retraining.ModelMetric;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PromotionGateTest {

    private final PromotionGate gate = PromotionGate.withDefaults();

    private static Comparison comparison(int n, double championSkill, double challengerSkill, long seed) {
        Random random = new Random(seed);
        double[] champion = new double[n];
        double[] challenger = new double[n];
        boolean[] positive = new boolean[n];
        for (int i = 0; i < n; i++) {
            positive[i] = random.nextDouble() < 0.3;
            double side = positive[i] ? 1 : -1;
            champion[i] = 0.5 + championSkill * side + 0.15 * random.nextGaussian();
            challenger[i] = 0.5 + challengerSkill * side + 0.15 * random.nextGaussian();
        }
        return Comparison.ofScores(champion, challenger, 0.5, positive);
    }

    @Test
    void promotesAClearlyBetterChallenger() {
        GateReport report = gate.judge(comparison(1000, 0.05, 0.2, 1), 1);
        assertThat(report.verdict()).isEqualTo(Verdict.PROMOTE);
        assertThat(report.lower().orElseThrow())
                .isPositive()
                .isLessThan(report.difference().orElseThrow());
        assertThat(report.pValue()).isLessThan(0.01);
        assertThat(report.sentence()).contains("better beyond chance");
    }

    @Test
    void promotesByAreaUnderTheCurve() {
        GateReport report = gate.withMetric(ModelMetric.AUC).judge(comparison(1000, 0.05, 0.2, 1), 1);
        assertThat(report.verdict()).isEqualTo(Verdict.PROMOTE);
    }

    @Test
    void rejectsAWorseChallenger() {
        assertThat(gate.judge(comparison(1000, 0.2, 0.1, 2), 1).verdict()).isEqualTo(Verdict.REJECT);
    }

    @Test
    void tooFewRowsAreInconclusiveAndSayHowManyAreNeeded() {
        GateReport report = gate.judge(comparison(100, 0.05, 0.2, 3), 1);
        assertThat(report.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(report.rowsNeeded().orElseThrow()).isGreaterThanOrEqualTo(200);
    }

    @Test
    void aPromisingChallengerOnAShortHoldoutIsInconclusiveNotRejected() {
        GateReport report = gate.judge(comparison(250, 0.10, 0.13, 8), 1);
        assertThat(report.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(report.rowsNeeded().orElseThrow()).isGreaterThan(250);
    }

    @Test
    void aConstantChallengerIsRejectedHoweverBadTheChampion() {
        Comparison c = comparison(1000, -0.2, 0.2, 4);
        double[] constant = new double[1000];
        Arrays.fill(constant, 0.9);
        GateReport report = gate.judge(Comparison.ofScores(c.championScores(), constant, 0.5, c.positive()), 1);
        assertThat(report.verdict()).isEqualTo(Verdict.REJECT);
        assertThat(report.sentence()).contains("one and the same class");
    }

    @Test
    void aChallengerBelowTheFloorIsRejectedThoughBetter() {
        GateReport report = gate.judge(comparison(1000, -0.2, 0.005, 5), 1);
        assertThat(report.verdict()).isEqualTo(Verdict.REJECT);
        assertThat(report.sentence()).contains("below the floor");
    }

    @Test
    void equalSeedGivesEqualReport() {
        Comparison c = comparison(500, 0.1, 0.15, 6);
        assertThat(gate.judge(c, 9)).isEqualTo(gate.judge(c, 9));
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThatThrownBy(() -> new PromotionGate(ModelMetric.F1, 0.7, 0, 0, 10, 10, 0.5, 500))
                .hasMessageContaining("alpha");
        assertThatThrownBy(() -> new PromotionGate(ModelMetric.F1, Double.NaN, 0, 0, 10, 10, 0.5, 500))
                .hasMessageContaining("alpha");
    }
}

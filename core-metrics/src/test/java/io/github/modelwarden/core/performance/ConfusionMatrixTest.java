package io.github.modelwarden.core.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.modelwarden.core.MergeLawsContract;
import io.github.modelwarden.core.performance.ConfusionMatrix.Outcome;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest extends MergeLawsContract<ConfusionMatrix, Outcome> {

    @Override
    protected ConfusionMatrix of(List<Outcome> items) {
        ConfusionMatrix matrix = ConfusionMatrix.EMPTY;
        for (Outcome outcome : items) {
            matrix = matrix.plus(outcome);
        }
        return matrix;
    }

    @Override
    protected Outcome item(Random random) {
        return Outcome.of(random.nextBoolean(), random.nextInt(3) == 0);
    }

    @Override
    protected ConfusionMatrix combine(ConfusionMatrix a, ConfusionMatrix b) {
        return a.combine(b);
    }

    @Override
    protected void assertSame(ConfusionMatrix actual, ConfusionMatrix expected) {
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void metricsFollowTheirDefinitions() {
        ConfusionMatrix matrix = new ConfusionMatrix(30, 10, 20, 40);

        assertThat(matrix.accuracy()).hasValue(0.7);
        assertThat(matrix.precision()).hasValue(0.75);
        assertThat(matrix.recall()).hasValue(0.6);
        assertThat(matrix.f1()).hasValue(60.0 / 90);
        assertThat(matrix.total()).isEqualTo(100);
    }

    @Test
    void aMetricWithoutDenominatorIsEmptyRatherThanZero() {
        assertThat(ConfusionMatrix.EMPTY.accuracy()).isEmpty();
        ConfusionMatrix onlyNegatives = new ConfusionMatrix(0, 0, 0, 5);
        assertThat(onlyNegatives.accuracy()).hasValue(1);
        assertThat(onlyNegatives.precision()).isEmpty();
        assertThat(onlyNegatives.recall()).isEmpty();
        assertThat(onlyNegatives.f1()).isEmpty();
        assertThat(new ConfusionMatrix(0, 3, 0, 1).precision()).hasValue(0);
        assertThat(new ConfusionMatrix(0, 3, 0, 1).recall()).isEmpty();
        assertThat(new ConfusionMatrix(0, 3, 0, 1).f1()).hasValue(0);
    }

    @Test
    void outcomesAreNamedFromPredictionAndTruth() {
        assertThat(Outcome.of(true, true).word()).isEqualTo("tp");
        assertThat(Outcome.of(true, false).word()).isEqualTo("fp");
        assertThat(Outcome.of(false, true).word()).isEqualTo("fn");
        assertThat(Outcome.of(false, false).word()).isEqualTo("tn");
    }

    @Test
    void negativeCountsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConfusionMatrix(1, -2, 3, 4))
                .withMessageContaining("fp -2");
    }
}

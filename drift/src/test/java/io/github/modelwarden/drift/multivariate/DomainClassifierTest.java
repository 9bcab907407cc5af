package io.github.modelwarden.drift.multivariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Table;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DomainClassifierTest extends MultivariateTestContract {

    private static final long SEED = 20260101;

    @Override
    MultivariateTest test(long seed) {
        return DomainClassifier.withDefaults().withSeed(seed);
    }

    @Override
    int nullRuns() {
        return 50;
    }

    /** A rank test over the scores of all folds calls one unchanged table in nine different here. */
    @Test
    void theRateHoldsAlthoughFoldsLearnFromEachOther() {
        SplittableRandom random = new SplittableRandom(SEED);
        int runs = 400;
        int alarms = 0;
        for (int run = 0; run < runs; run++) {
            MultivariateResult result = test(random.nextLong()).test(one(random, 50), one(random, 50));
            alarms += result.statistic().pValue().orElseThrow() <= 0.05 ? 1 : 0;
        }
        assertThat(alarms / (double) runs)
                .as("seed %d", SEED)
                .isBetween(0.02, 0.05 + 3 * Math.sqrt(0.05 * 0.95 / runs));
    }

    private static Table one(SplittableRandom random, int rows) {
        double[] values = new double[rows];
        Arrays.setAll(values, i -> random.nextGaussian());
        return Table.of(List.of(NumericColumn.of("x", values)));
    }

    @Test
    void theValueIsTheAreaOnRowsNotSeen() {
        SplittableRandom random = new SplittableRandom(SEED);
        // the best any classifier can do on normals one deviation apart is Φ(1/√2) = 0.76 from one of them alone; the
        // correlated one adds to it: deviation √(1 − 0.49), so Φ(1.4/√2) = 0.839
        MultivariateResult result = test(SEED)
                .test(Law.USUAL.draw(random, 3000), Law.USUAL.withShift(1).draw(random, 3000));

        assertThat(result.statistic().value()).isBetween(0.81, 0.85);
        assertThat(result.statistic().effect()).isCloseTo(2 * result.statistic().value() - 1, within(1e-12));
        assertThat(result.expectedValue()).isEqualTo(0.5);
    }

    @Test
    void theFeaturesThatTellTheTablesApartComeFirst() {
        SplittableRandom random = new SplittableRandom(SEED);
        MultivariateResult result = test(SEED)
                .test(Law.USUAL.draw(random, 1000), Law.USUAL.withNewPlan(0.6).draw(random, 1000));

        assertThat(result.features()).hasSize(5);
        assertThat(result.features().get(0).feature()).isEqualTo("plan");
        assertThat(result.features().get(0).share()).isGreaterThan(0.5);
        assertThat(result.features().stream().mapToDouble(FeatureShare::share).sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void rowsAboveTheLimitAreLeftOutAtRandom() {
        SplittableRandom random = new SplittableRandom(SEED);
        MultivariateResult result = DomainClassifier.withDefaults()
                .withMostRows(300)
                .test(Law.USUAL.draw(random, 1000), Law.USUAL.draw(random, 200));

        assertThat(result.statistic().referenceCount()).isEqualTo(300);
        assertThat(result.statistic().currentCount()).isEqualTo(200);
        assertThat(result.referenceRows()).isEqualTo(1000);
        assertThatThrownBy(() -> DomainClassifier.withDefaults().withMostRows(49))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 50 rows of each table but got 49");
    }

    @Test
    void fewCurrentRowsAgainstManyAreEnough() {
        SplittableRandom random = new SplittableRandom(SEED);
        MultivariateResult result = test(SEED)
                .test(Law.USUAL.draw(random, 3000), Law.USUAL.withShift(1).draw(random, 100));

        assertThat(result.statistic().pValue().orElseThrow()).isLessThan(0.001);
    }
}

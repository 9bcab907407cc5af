package io.github.modelwarden.drift.multivariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.core.data.Column;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PcaReconstructionTest extends MultivariateTestContract {

    private static final long SEED = 20260101;

    @Override
    MultivariateTest test(long seed) {
        return PcaReconstruction.withDefaults().withSeed(seed);
    }

    @Override
    int nullRuns() {
        return 300;
    }

    /** The first two features correlate, the others are independent. */
    private static Table normals(SplittableRandom random, int rows, double correlation) {
        double[][] values = new double[4][rows];
        for (int i = 0; i < rows; i++) {
            for (double[] column : values) {
                column[i] = random.nextGaussian();
            }
            values[1][i] = correlation * values[0][i] + Math.sqrt(1 - correlation * correlation) * values[1][i];
        }
        List<Column> columns = new ArrayList<>();
        for (int k = 0; k < values.length; k++) {
            columns.add(NumericColumn.of("x" + k, values[k]));
        }
        return Table.of(columns);
    }

    @Test
    void errorsAreThoseOfScikitLearn() {
        PrincipalComponents components = PrincipalComponents.of(Golden.columns("point", 4), RowDraw.all(20), 0.9);

        assertThat(components.count()).isEqualTo((int) Golden.number("components"));
        assertThat(ReconstructionErrors.of(components, 0, 30).lengths())
                .containsExactly(Golden.numbers("reconstruction_errors"), within(1e-9));
    }

    @Test
    void someDirectionIsAlwaysLeftOut() {
        double[][] columns = {{-1, 0, 1}, {-2, 0, 2}};

        assertThat(PrincipalComponents.of(columns, RowDraw.all(3), 0.999).count())
                .isEqualTo(1);
    }

    @Test
    void unchangedRowsAreReconstructedAsWellAsHeldOutReferenceRows() {
        SplittableRandom random = new SplittableRandom(SEED);
        MultivariateResult result = test(SEED).test(normals(random, 4000, 0.8), normals(random, 3000, 0.8));

        assertThat(result.statistic().value()).isCloseTo(result.expectedValue(), within(0.03));
        assertThat(result.statistic().effect()).isLessThan(0.06);
        assertThat(result.statistic().referenceCount()).isEqualTo(2000);
        assertThat(result.statistic().currentCount()).isEqualTo(3000);
    }

    @Test
    void theFeaturesWhoseDependenceChangedComeFirst() {
        SplittableRandom random = new SplittableRandom(SEED);
        MultivariateResult result = test(SEED).test(normals(random, 4000, 0.8), normals(random, 3000, -0.8));

        assertThat(result.statistic().value()).isGreaterThan(1.2 * result.expectedValue());
        assertThat(result.features().subList(0, 2))
                .extracting(FeatureShare::feature)
                .containsExactlyInAnyOrder("x0", "x1");
    }

    @Test
    void aStrongerDependenceLowersTheErrorAndIsFoundToo() {
        SplittableRandom random = new SplittableRandom(SEED);
        MultivariateResult result = test(SEED).test(normals(random, 2000, 0.3), normals(random, 2000, 0.95));

        assertThat(result.statistic().value()).isLessThan(result.expectedValue());
        assertThat(result.statistic().pValue().orElseThrow()).isLessThanOrEqualTo(0.005);
    }

    @Test
    void oneColumnAndSharesOutOfRangeAreRefused() {
        SplittableRandom random = new SplittableRandom(SEED);
        Table one = Table.of(List.of(normals(random, 100, 0).column("x0")));

        assertThatThrownBy(() -> test(SEED).test(one, one))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least two columns that vary but got 1 of the features [x0]");
        assertThatThrownBy(() -> PcaReconstruction.withDefaults().withVarianceShare(1))
                .hasMessageContaining("between 0 and 1 but got 1.0");
        assertThatThrownBy(() -> PcaReconstruction.withDefaults().withVarianceShare(Double.NaN))
                .hasMessageContaining("got NaN");
    }
}

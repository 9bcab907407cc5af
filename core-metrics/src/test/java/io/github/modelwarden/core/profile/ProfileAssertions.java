package io.github.modelwarden.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

/** Asserts that profiles cannot be told apart, up to the rounding of sums. */
final class ProfileAssertions {

    private ProfileAssertions() {}

    static void assertSame(FeatureProfile actual, FeatureProfile expected) {
        assertThat(actual.feature()).isEqualTo(expected.feature());
        assertThat(actual.binning()).isEqualTo(expected.binning());
        assertThat(actual.counts()).as(expected.feature()).isEqualTo(expected.counts());
        assertThat(actual.total()).isEqualTo(expected.total());
        assertThat(actual.cellCounts()).isEqualTo(expected.cellCounts());
        assertClose(actual.cellSums(), expected.cellSums());
        assertThat(actual.hasExactCells()).isEqualTo(expected.hasExactCells());
        assertThat(actual.belowRange()).isEqualTo(expected.belowRange());
        assertThat(actual.aboveRange()).isEqualTo(expected.aboveRange());
        MomentsTest.same(actual.moments(), expected.moments());
        assertThat(QuantileSketchTest.buckets(actual.quantiles()))
                .isEqualTo(QuantileSketchTest.buckets(expected.quantiles()));
        assertThat(actual.distinct().count()).isEqualTo(expected.distinct().count());
        assertThat(actual.heavyHitters().counts())
                .containsExactlyEntriesOf(expected.heavyHitters().counts());
        assertThat(actual.heavyHitters().total())
                .isEqualTo(expected.heavyHitters().total());
        assertThat(actual.scoredCounts()).isEqualTo(expected.scoredCounts());
        assertClose(actual.scoreSums(), expected.scoreSums());
    }

    private static void assertClose(double[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            double tolerance = 1e-9 + 1e-13 * Math.abs(expected[i]);
            if (!(Math.abs(actual[i] - expected[i]) <= tolerance)) {
                assertThat(actual[i]).as("sum %d", i).isCloseTo(expected[i], within(tolerance));
            }
        }
    }

    static void assertSameValues(FeatureProfile actual, FeatureProfile expected) {
        assertThat(actual.values().isPresent()).isEqualTo(expected.values().isPresent());
        boolean same = Arrays.equals(sorted(actual), sorted(expected));
        assertThat(same).as("the kept values of " + expected.feature()).isTrue();
    }

    static void assertSame(DatasetProfile actual, DatasetProfile expected) {
        assertThat(actual.rows()).isEqualTo(expected.rows());
        assertThat(actual.features()).hasSameSizeAs(expected.features());
        for (FeatureProfile profile : expected.features()) {
            assertSame(actual.feature(profile.feature()), profile);
        }
    }

    private static double[] sorted(FeatureProfile profile) {
        double[] values = profile.values().orElse(new double[0]);
        Arrays.sort(values);
        return values;
    }
}

package io.github.modelwarden.drift.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.drift.SampleTest;
import io.github.modelwarden.drift.TestStatistic;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every statistic over samples keeps to. A statistic's test extends it. */
abstract class SampleTestContract {

    /** The statistic. */
    abstract SampleTest statistic();

    /** The value for two equal samples of n values each. */
    double valueOfEqualSamples(int n) {
        return 0;
    }

    /** The value with the samples exchanged; a statistic that is not symmetric and has no such rule gives NaN. */
    double exchanged(double value, int n, int m) {
        return value;
    }

    /** Whether p-values may lie above a uniform distribution, as those of a test that counts ties do. */
    boolean isConservative() {
        return false;
    }

    /** Sizes at which p-values are held against a uniform distribution. */
    int[] sizes() {
        return new int[] {60, 45};
    }

    /** How many p-values that takes. */
    int rounds() {
        return 400;
    }

    static double[] normal(Random random, int size) {
        return random.doubles(size)
                .map(u -> random.nextGaussian())
                .map(x -> Math.rint(x * 1e6) / 1e6)
                .toArray();
    }

    static double[] discrete(Random random, int size) {
        return random.ints(size, -3, 4).asDoubleStream().toArray();
    }

    private static double[] shuffled(Random random, double[] values) {
        double[] shuffled = values.clone();
        for (int i = shuffled.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double kept = shuffled[i];
            shuffled[i] = shuffled[j];
            shuffled[j] = kept;
        }
        return shuffled;
    }

    private void assertSame(TestStatistic actual, TestStatistic expected, String what) {
        assertThat(actual.value())
                .as(what)
                .isCloseTo(expected.value(), within(1e-9 * (1 + Math.abs(expected.value()))));
        assertThat(actual.effect()).as(what).isCloseTo(expected.effect(), within(1e-9));
        assertThat(actual.pValue().isPresent())
                .as(what)
                .isEqualTo(expected.pValue().isPresent());
        assertThat(actual.pValue().orElse(0))
                .as(what)
                .isCloseTo(expected.pValue().orElse(0), within(1e-9));
        assertThat(actual.referenceCount()).as(what).isEqualTo(expected.referenceCount());
        assertThat(actual.currentCount()).as(what).isEqualTo(expected.currentCount());
    }

    @Test
    void equalSamplesShowNoDrift() {
        double[] sample = normal(new Random(1), 30);
        TestStatistic result = statistic().test(sample, sample);

        assertThat(result.name()).isEqualTo(statistic().name());
        assertThat(result.value()).isCloseTo(valueOfEqualSamples(sample.length), within(1e-9));
        assertThat(result.pValue().orElse(1)).isGreaterThanOrEqualTo(0.25);
        assertThat(result.effect()).isCloseTo(0, within(1e-7));
    }

    @Test
    void exchangingTheSamplesChangesTheValueAsStated() {
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            double[] x = seed % 2 == 0 ? normal(random, 25) : discrete(random, 25);
            double[] y = seed % 2 == 0 ? normal(random, 33) : discrete(random, 33);
            TestStatistic forth = statistic().test(x, y);
            TestStatistic back = statistic().test(y, x);
            double expected = exchanged(forth.value(), x.length, y.length);
            if (!Double.isNaN(expected)) {
                assertThat(back.value()).as("seed %d", seed).isCloseTo(expected, within(1e-9));
                assertThat(back.effect()).as("seed %d", seed).isCloseTo(forth.effect(), within(1e-9));
            }
        }
    }

    @Test
    void theOrderOfRowsChangesNothing() {
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            double[] x = seed % 2 == 0 ? normal(random, 25) : discrete(random, 25);
            double[] y = seed % 2 == 0 ? normal(random, 33) : discrete(random, 33);
            assertSame(
                    statistic().test(shuffled(random, x), shuffled(random, y)),
                    statistic().test(x, y),
                    "seed " + seed);
        }
    }

    @Test
    void missingValuesAreLeftOutAndTheArraysStayAsTheyAre() {
        Random random = new Random(5);
        double[] x = normal(random, 12);
        double[] y = normal(random, 15);
        double[] withMissing = Arrays.copyOf(x, 14);
        withMissing[12] = withMissing[3];
        withMissing[3] = Double.NaN;
        withMissing[13] = Double.NaN;
        double[] before = withMissing.clone();
        double[] currentBefore = y.clone();

        assertSame(statistic().test(withMissing, y), statistic().test(x, y), "missing");
        assertThat(withMissing).containsExactly(before);
        assertThat(y).containsExactly(currentBefore);
    }

    @Test
    void negativeZeroIsZero() {
        double[] x = {0.0, -0.0, 0.0, 1, 2, 3, -1, -2, 4, 5};
        double[] y = {-0.0, 0.0, -0.0, 2, 2, 1, -3, 4, -0.0, 3};

        assertSame(statistic().test(x, y), statistic().test(positiveZeros(x), positiveZeros(y)), "zeros");
    }

    private static double[] positiveZeros(double[] values) {
        return Arrays.stream(values).map(v -> v + 0.0).toArray();
    }

    @Test
    void infiniteValuesAreRefused() {
        double[] sample = normal(new Random(2), 20);
        double[] infinite = sample.clone();
        infinite[7] = Double.NEGATIVE_INFINITY;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> statistic().test(sample, infinite))
                .withMessageStartingWith(statistic().name() + ": ")
                .withMessageContaining("current")
                .withMessageContaining("-Infinity at position 7");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> statistic().test(infinite, sample))
                .withMessageContaining("reference");
    }

    @Test
    void anEmptySideIsRefusedWithTheSizes() {
        double[] sample = normal(new Random(3), 20);
        double[] nothing = {Double.NaN, Double.NaN};

        assertThatIllegalArgumentException()
                .isThrownBy(() -> statistic().test(sample, nothing))
                .withMessageStartingWith(statistic().name() + ": ")
                .withMessageContaining("got 20 reference and 0 current");
        assertThatIllegalArgumentException().isThrownBy(() -> statistic().test(new double[0], sample));
    }

    @Test
    void pValuesAreProbabilitiesAndEffectsNotNegative() {
        for (long seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            double[] x = seed % 2 == 0 ? normal(random, 10 + random.nextInt(20)) : discrete(random, 30);
            double[] y = seed % 3 == 0 ? normal(random, 10 + random.nextInt(20)) : discrete(random, 20);
            TestStatistic result = statistic().test(x, y);
            assertThat(result.pValue().orElse(1)).as("seed %d", seed).isBetween(0.0, 1.0);
            assertThat(result.effect()).as("seed %d", seed).isNotNegative();
        }
    }

    @Test
    void pValuesAreUniformWithoutDrift() {
        Random random = new Random(20_260_101);
        Supplier<TestStatistic> draw = () -> statistic().test(normal(random, sizes()[0]), normal(random, sizes()[1]));
        if (draw.get().pValue().isEmpty()) {
            return;
        }
        double[] pValues = new double[rounds()];
        Arrays.setAll(pValues, i -> draw.get().pValue().orElseThrow());
        for (double level : new double[] {0.02, 0.05, 0.1, 0.2}) {
            double share = Arrays.stream(pValues).filter(p -> p <= level).count() / (double) rounds();
            double margin = 3.3 * Math.sqrt(level * (1 - level) / rounds());
            assertThat(share)
                    .as("share of p-values up to %s", level)
                    .isBetween(isConservative() ? 0 : level - margin, level + margin);
        }
    }
}

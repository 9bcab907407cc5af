package io.github.modelwarden.drift.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.drift.CountTest;
import io.github.modelwarden.drift.TestStatistic;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every statistic over counts keeps to. A statistic's test extends it. */
abstract class CountTestContract {

    private static final int ROUNDS = 400;

    /** The statistic, for {@link #bins} bins. */
    abstract CountTest statistic();

    int bins() {
        return 6;
    }

    /** The value with the samples exchanged; a statistic that is not symmetric gives NaN. */
    double exchanged(double value) {
        return value;
    }

    /** Whether the order of the bins means nothing. */
    boolean ignoresTheOrderOfBins() {
        return true;
    }

    /** Whether equal shares in samples of different size give 0, too. */
    boolean isZeroForEqualShares() {
        return true;
    }

    /** Whether p-values may lie above a uniform distribution. */
    boolean isConservative() {
        return false;
    }

    /** Whether p-values hold their level; those of a test that takes the reference for the truth do not. */
    boolean isCalibrated() {
        return true;
    }

    long[] counts(Random random, int rows) {
        long[] counts = new long[bins()];
        for (int i = 0; i < rows; i++) {
            // a skewed distribution in which the last bin is the rarest
            int bin = (int) (bins() * Math.pow(random.nextDouble(), 1.4));
            counts[bin]++;
        }
        return counts;
    }

    private static long[] reversed(long[] counts) {
        long[] reversed = new long[counts.length];
        for (int i = 0; i < counts.length; i++) {
            reversed[i] = counts[counts.length - 1 - i];
        }
        return reversed;
    }

    @Test
    void equalCountsShowNoDrift() {
        long[] counts = counts(new Random(1), 300);
        TestStatistic result = statistic().test(counts, counts);

        assertThat(result.name()).isEqualTo(statistic().name());
        assertThat(result.value()).isCloseTo(0, within(1e-9));
        assertThat(result.effect()).isCloseTo(0, within(1e-7));
        assertThat(result.pValue().orElse(1)).isGreaterThan(0.99);
        assertThat(result.referenceCount()).isEqualTo(300);
    }

    @Test
    void equalSharesShowNoDrift() {
        long[] counts = counts(new Random(1), 300);
        long[] triple = Arrays.stream(counts).map(count -> 3 * count).toArray();
        if (isZeroForEqualShares()) {
            assertThat(statistic().test(counts, triple).value()).isCloseTo(0, within(1e-9));
        }
        assertThat(statistic().test(counts, triple).effect()).isCloseTo(0, within(1e-2));
    }

    @Test
    void exchangingTheSamplesChangesTheValueAsStated() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            long[] a = counts(random, 80);
            long[] b = counts(random, 50);
            TestStatistic forth = statistic().test(a, b);
            double expected = exchanged(forth.value());
            if (!Double.isNaN(expected)) {
                TestStatistic back = statistic().test(b, a);
                assertThat(back.value()).as("seed %d", seed).isCloseTo(expected, within(1e-9));
                assertThat(back.effect()).as("seed %d", seed).isCloseTo(forth.effect(), within(1e-9));
            }
        }
    }

    @Test
    void theOrderOfBinsChangesNothing() {
        for (long seed = 0; ignoresTheOrderOfBins() && seed < 50; seed++) {
            Random random = new Random(seed);
            long[] a = counts(random, 80);
            long[] b = counts(random, 50);
            TestStatistic forth = statistic().test(a, b);
            TestStatistic back = statistic().test(reversed(a), reversed(b));
            assertThat(Math.abs(back.value())).as("seed %d", seed).isCloseTo(Math.abs(forth.value()), within(1e-9));
            assertThat(back.effect()).as("seed %d", seed).isCloseTo(forth.effect(), within(1e-9));
        }
    }

    @Test
    void theArraysStayAsTheyAre() {
        long[] a = counts(new Random(1), 80);
        long[] b = counts(new Random(2), 50);
        long[] aBefore = a.clone();
        long[] bBefore = b.clone();
        statistic().test(a, b);

        assertThat(a).containsExactly(aBefore);
        assertThat(b).containsExactly(bBefore);
    }

    @Test
    void whatCannotBeComparedIsRefused() {
        long[] counts = counts(new Random(1), 80);
        long[] negative = counts.clone();
        negative[1] = -2;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> statistic().test(counts, new long[bins() + 1]))
                .withMessageStartingWith(statistic().name() + ": ")
                .withMessageContaining("but got " + bins() + " and " + (bins() + 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> statistic().test(counts, negative))
                .withMessageStartingWith(statistic().name() + ": ")
                .withMessageContaining("bin 1 has " + counts[1] + " and -2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> statistic().test(counts, new long[bins()]))
                .withMessageStartingWith(statistic().name() + ": ")
                .withMessageContaining("got 80 reference and 0 current rows");
        assertThatIllegalArgumentException().isThrownBy(() -> statistic().test(new long[bins()], counts));
    }

    @Test
    void pValuesAreProbabilitiesAndEffectsNotNegative() {
        for (long seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            TestStatistic result =
                    statistic().test(counts(random, 200 + random.nextInt(90)), counts(random, 1 + random.nextInt(90)));
            assertThat(result.pValue().orElse(1)).as("seed %d", seed).isBetween(0.0, 1.0);
            assertThat(result.effect()).as("seed %d", seed).isNotNegative();
        }
    }

    @Test
    void pValuesAreUniformWithoutDrift() {
        Random random = new Random(20_260_102);
        double[] pValues = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            TestStatistic result = statistic().test(counts(random, 400), counts(random, 300));
            if (result.pValue().isEmpty() || !isCalibrated()) {
                return;
            }
            pValues[i] = result.pValue().getAsDouble();
        }
        for (double level : new double[] {0.02, 0.05, 0.1, 0.2}) {
            double share = Arrays.stream(pValues).filter(p -> p <= level).count() / (double) ROUNDS;
            double margin = 3.3 * Math.sqrt(level * (1 - level) / ROUNDS);
            assertThat(share)
                    .as("share of p-values up to %s", level)
                    .isBetween(isConservative() ? 0 : level - margin, level + margin);
        }
    }
}

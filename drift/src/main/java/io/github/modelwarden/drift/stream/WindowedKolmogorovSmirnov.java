package io.github.modelwarden.drift.stream;

import io.github.modelwarden.drift.TestStatistic;
import io.github.modelwarden.drift.statistic.KolmogorovSmirnov;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Kolmogorov–Smirnov tests of one window after the other against a fixed reference: the first window of the stream. The
 * windows do not overlap, and an incomplete last one is left out. P-values are asymptotic and not corrected for the number
 * of windows. NaN is left out of both samples. Immutable.
 *
 * @param window number of values in the reference and in each window, at least 2
 */
public record WindowedKolmogorovSmirnov(int window) {

    private static final String NAME = "windowed ks";

    /**
     * Checks the window.
     *
     * @throws IllegalArgumentException if it is below 2
     */
    public WindowedKolmogorovSmirnov {
        Settings.between(NAME + ": expected a window", window, 2, Integer.MAX_VALUE);
    }

    /**
     * One window's test.
     *
     * @param start position of its first value, from 0
     * @param result the test against the reference
     */
    public record WindowTest(long start, TestStatistic result) {}

    /**
     * Tests all complete windows.
     *
     * @param values the stream; not changed
     * @return a test for each window behind the first, in order
     * @throws IllegalArgumentException if there are fewer than two windows, or fewer than 2 values present in one
     */
    public List<WindowTest> test(double[] values) {
        if (values.length < 2L * window) {
            throw new IllegalArgumentException(NAME + ": expected at least two windows of " + window
                    + " values but got " + values.length + " values; take a smaller window");
        }
        double[] reference = Arrays.copyOf(values, window);
        KolmogorovSmirnov test = KolmogorovSmirnov.withDefaults().withAsymptoticPValue();
        List<WindowTest> results = new ArrayList<>();
        for (int start = window; start <= values.length - window; start += window) {
            results.add(new WindowTest(start, test.test(reference, Arrays.copyOfRange(values, start, start + window))));
        }
        return List.copyOf(results);
    }
}

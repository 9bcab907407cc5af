package io.github.modelwarden.benchmarks;

import io.github.modelwarden.drift.stream.TrueChange;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Where the values of a stream come from.
 *
 * @param errors whether values are errors, 0 or 1, with the mean as their rate; else they are normal with variance 1
 * @param before the mean at first
 * @param after the mean at last; the same if nothing changes
 * @param transition values over which the mean moves evenly; 0 for an abrupt change
 */
record ChangingStream(boolean errors, double before, double after, int transition) {

    /** The change starts here or up to {@value #SPREAD} values later, so that alarms at fixed intervals are not favoured. */
    private static final int START = 2000;

    private static final int SPREAD = 500;

    /** A later alarm is not one for the change any more. */
    static final int MAXIMUM_DELAY = 1000;

    private static final int UNCHANGED_LENGTH = 20_000;

    /** Detectors that need a range are told this one; beyond it lies one value in a billion, and is cut off. */
    static final double RANGE = 6;

    static ChangingStream unchanged(boolean errors) {
        return new ChangingStream(errors, errors ? 0.1 : 0, errors ? 0.1 : 0, 0);
    }

    boolean changes() {
        return before != after;
    }

    /** {@return where the change of a new stream is} */
    List<TrueChange> drawChange(SplittableRandom random) {
        int start = START + random.nextInt(SPREAD);
        return changes() ? List.of(new TrueChange(start, start + transition)) : List.of();
    }

    /** {@return the values of a stream with this change, up to the last alarm that counts} */
    double[] draw(List<TrueChange> change, SplittableRandom random) {
        int start = change.isEmpty() ? UNCHANGED_LENGTH : (int) change.get(0).start();
        double[] values = new double[change.isEmpty() ? start : start + transition + MAXIMUM_DELAY + 1];
        for (int i = 0; i < values.length; i++) {
            double mean = mean(i, start);
            values[i] = errors
                    ? (random.nextDouble() < mean ? 1 : 0)
                    : Math.max(-RANGE, Math.min(RANGE, mean + random.nextGaussian()));
        }
        return values;
    }

    private double mean(int position, int start) {
        if (position < start) {
            return before;
        }
        double part = transition == 0 ? 1 : Math.min(1, (position - start + 1.0) / transition);
        return before + part * (after - before);
    }

    /** {@return the name of the cell} */
    String cell() {
        String kind = errors ? "errors" : "normal";
        return changes()
                ? String.format(Locale.ROOT, "%s/%s-to-%s/%s", kind, before, after, pace())
                : kind + "/unchanged";
    }

    /** {@return the change in words} */
    String title() {
        String what = errors ? "errors " + before + " → " + after : "mean +" + after + " sd";
        return what + ", " + pace();
    }

    private String pace() {
        return transition == 0 ? "abrupt" : "gradual";
    }
}

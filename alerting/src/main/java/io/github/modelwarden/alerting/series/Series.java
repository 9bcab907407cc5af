package io.github.modelwarden.alerting.series;

import java.util.Arrays;
import java.util.Map;

/**
 * The points of one series. A counter is kept as its increase since it was first seen, resets taken out, and only where
 * it changes. Not thread-safe.
 */
final class Series {

    private static final int MAX_POINTS = 8192;

    private final Map<String, String> labels;
    private final boolean counter;
    private long[] at = new long[8];
    private double[] value = new double[8];
    private int size;
    private double lastRaw;
    private long lastSeen;
    private boolean pruned;

    private Series(Map<String, String> labels, boolean counter) {
        this.labels = labels;
        this.counter = counter;
    }

    /** Starts a counter; one that was absent from an earlier scrape has counted from 0. */
    static Series counter(Map<String, String> labels, long at, double raw, boolean absentBefore) {
        Series series = new Series(labels, true);
        series.lastRaw = raw;
        series.add(at, absentBefore ? raw : 0);
        return series;
    }

    static Series gauge(Map<String, String> labels, long at, double raw) {
        Series series = new Series(labels, false);
        series.add(at, raw);
        return series;
    }

    Map<String, String> labels() {
        return labels;
    }

    long lastSeen() {
        return lastSeen;
    }

    void append(long time, double raw) {
        if (!counter) {
            add(time, raw);
            return;
        }
        lastSeen = time;
        if (Double.isNaN(raw)) {
            return;
        }
        double increase = raw >= lastRaw ? raw - lastRaw : raw;
        lastRaw = raw;
        if (increase > 0) {
            add(time, value[size - 1] + increase);
        }
    }

    private void add(long time, double newValue) {
        if (size == MAX_POINTS) {
            thin();
        }
        if (size == at.length) {
            at = Arrays.copyOf(at, size * 2);
            value = Arrays.copyOf(value, size * 2);
        }
        at[size] = time;
        value[size++] = newValue;
        lastSeen = time;
    }

    /** Drops every second point of the older half. */
    private void thin() {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i >= size / 2 || i % 2 == 0) {
                at[kept] = at[i];
                value[kept++] = value[i];
            }
        }
        size = kept;
    }

    /** Forgets the points that no window starting at or after the time needs. */
    void prune(long time) {
        int first = indexAt(time);
        if (first > size / 2) {
            System.arraycopy(at, first, at, 0, size - first);
            System.arraycopy(value, first, value, 0, size - first);
            size -= first;
            pruned = true;
        }
    }

    /** Whether a sample lies after the start and not after the end. */
    boolean isSeen(long start, long end) {
        return at[0] <= end && lastSeen > start;
    }

    /** Increase of a counter after the start up to the end. */
    double increase(long start, long end) {
        int from = indexAt(start);
        double base = from >= 0 ? value[from] : pruned ? value[0] : 0;
        int to = indexAt(end);
        return to < 0 ? 0 : value[to] - base;
    }

    /** The newest value of a gauge up to a time. */
    double last(long end) {
        return value[indexAt(end)];
    }

    /** The values of a gauge after the start up to the end. */
    double[] values(long start, long end) {
        return Arrays.copyOfRange(value, indexAt(start) + 1, indexAt(end) + 1);
    }

    /** Index of the last point not after a time, −1 if there is none. */
    private int indexAt(long time) {
        int index = Arrays.binarySearch(at, 0, size, time);
        return index >= 0 ? index : -index - 2;
    }
}

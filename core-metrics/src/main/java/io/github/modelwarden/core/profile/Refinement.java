package io.github.modelwarden.core.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A second look at the entries of a histogram that hold too many different numbers: each gets a histogram of its own. */
final class Refinement {

    private static final int MIN_LIMIT = 16;

    private final double[] lowers;
    private final double[] uppers;
    private final ValueHistogram[] histograms;

    /** The histograms of entries share the space of one. */
    Refinement(List<ValueEntry> entries, boolean[] crowded, int exactLimit, int intervalLimit) {
        double[] above = new double[entries.size()];
        double[] upTo = new double[entries.size()];
        int size = 0;
        for (int i = 0; i < crowded.length; i++) {
            if (crowded[i]) {
                above[size] =
                        i == 0 ? Double.NEGATIVE_INFINITY : entries.get(i - 1).upper();
                upTo[size++] = entries.get(i).upper();
            }
        }
        this.lowers = Arrays.copyOf(above, size);
        this.uppers = Arrays.copyOf(upTo, size);
        this.histograms = new ValueHistogram[size];
        int exact = Math.max(MIN_LIMIT, exactLimit / Math.max(1, size));
        int intervals = Math.max(MIN_LIMIT, intervalLimit / Math.max(1, size));
        Arrays.setAll(histograms, i -> new ValueHistogram(exact, intervals));
    }

    void accept(double value, double score) {
        int place = Arrays.binarySearch(uppers, value);
        int interval = place < 0 ? -place - 1 : place;
        if (interval < uppers.length && value > lowers[interval]) {
            histograms[interval].accept(value, score);
        }
    }

    /**
     * Puts what was counted in place of the crowded entries.
     *
     * @throws IllegalStateException if the entries held other numbers
     */
    List<ValueEntry> refine(List<ValueEntry> entries, String name) {
        List<ValueEntry> refined = new ArrayList<>(entries.size());
        int next = 0;
        for (ValueEntry entry : entries) {
            if (next < uppers.length && entry.upper() == uppers[next]) {
                List<ValueEntry> parts = histograms[next++].entries(entry.upper());
                long counted = parts.stream().mapToLong(ValueEntry::count).sum();
                if (counted != entry.count()) {
                    throw new IllegalStateException("baseline of '" + name + "': the blocks were fed again with "
                            + counted + " values where there had been " + entry.count() + " up to " + entry.upper()
                            + "; feed the same rows in every pass");
                }
                refined.addAll(parts);
            } else {
                refined.add(entry);
            }
        }
        return refined;
    }
}

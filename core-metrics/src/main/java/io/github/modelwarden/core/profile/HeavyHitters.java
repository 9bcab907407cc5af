package io.github.modelwarden.core.profile;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The most frequent of arbitrarily many texts, in bounded space: a counter each for at most {@value #CAPACITY} of them
 * (Misra–Gries). While no more than {@value #CAPACITY} distinct texts are seen, every count is exact. Beyond, all counters are
 * lowered together by the count of the {@value #GUARANTEED}-and-first and those at zero dropped, so that a count is too low by at
 * most {@link #maximumUndercount()}, which never exceeds n / {@value #GUARANTEED} of the n texts seen: a text more frequent than
 * that is always among them.
 *
 * <p>{@link #combine} is associative and commutative while counts are exact, and within the stated bound beyond. Not thread-safe.
 *
 * @see <a href="https://doi.org/10.1145/2500128">Agarwal et al. 2013, Mergeable summaries, doi:10.1145/2500128</a>
 */
public final class HeavyHitters {

    /** At most this many texts are counted at a time. */
    public static final int CAPACITY = 128;

    /** This many counters remain after the others were dropped. */
    public static final int GUARANTEED = 64;

    private static final class Counter {
        private long count;
    }

    private final Map<String, Counter> counters = new HashMap<>();
    private long total;
    private long undercount;

    private final boolean naming;

    private HeavyHitters(boolean naming) {
        this.naming = naming;
    }

    /** {@return the counters of nothing} */
    public static HeavyHitters create() {
        return new HeavyHitters(true);
    }

    /** {@return counters that only count how many texts there are and forget which, for texts that must not be shown} */
    public static HeavyHitters nameless() {
        return new HeavyHitters(false);
    }

    /**
     * Counts a text.
     *
     * @param value the text
     */
    public void accept(String value) {
        accept(value, 1);
    }

    /**
     * Counts a text that was seen several times.
     *
     * @param value the text
     * @param times how often, at least 1
     * @throws IllegalArgumentException if {@code times} is below 1
     */
    public void accept(String value, long times) {
        if (times < 1) {
            throw new IllegalArgumentException("heavy hitters: expected a count of at least 1 but got " + times);
        }
        total += times;
        if (naming) {
            add(value, times);
            shrink();
        } else {
            undercount = total;
        }
    }

    private void add(String value, long times) {
        counters.computeIfAbsent(value, text -> new Counter()).count += times;
    }

    private void shrink() {
        if (counters.size() <= CAPACITY) {
            return;
        }
        long[] ascending = counters.values().stream()
                .mapToLong(counter -> counter.count)
                .sorted()
                .toArray();
        long lowered = ascending[ascending.length - 1 - GUARANTEED];
        counters.values().removeIf(counter -> (counter.count -= lowered) <= 0);
        undercount += lowered;
    }

    /**
     * Adds all that another has seen.
     *
     * @param other other counters, not changed
     * @return this
     * @throws IllegalArgumentException if one of the two names texts and the other does not
     */
    public HeavyHitters combine(HeavyHitters other) {
        if (naming != other.naming) {
            throw new IllegalArgumentException(
                    "cannot combine heavy hitters that name texts with nameless ones: a feature"
                            + " is sensitive on both sides or on none");
        }
        other.counts().forEach(this::add);
        total += other.total;
        undercount += other.undercount;
        shrink();
        return this;
    }

    /** {@return the texts with their counts, the most frequent first, equally frequent ones in the order of their text} */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counters.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Counter> entry) -> -entry.getValue().count)
                        .thenComparing(Map.Entry::getKey))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue().count));
        return counts;
    }

    /** {@return by how much a count may be too low; 0 while counts are exact} */
    public long maximumUndercount() {
        return undercount;
    }

    /** {@return the number of texts seen, also those that have no counter} */
    public long total() {
        return total;
    }

    /** {@return a copy that no longer follows these counters} */
    public HeavyHitters copy() {
        return emptyCopy().combine(this);
    }

    /** {@return counters of nothing that name texts if these do} */
    HeavyHitters emptyCopy() {
        return new HeavyHitters(naming);
    }

    /** {@return whether texts are known by name} */
    boolean isNaming() {
        return naming;
    }

    /** Counters that have forgotten their texts. */
    static HeavyHitters nameless(long total) {
        HeavyHitters hitters = nameless();
        hitters.total = total;
        hitters.undercount = total;
        return hitters;
    }

    /** Counters of texts some of which were seen before anything counted them. */
    static HeavyHitters of(Map<String, Long> counts, long total, long undercount) {
        HeavyHitters hitters = create();
        counts.forEach(hitters::add);
        hitters.total = total;
        hitters.undercount = undercount;
        long counted = counts.values().stream().mapToLong(Long::longValue).sum();
        if (counts.size() > CAPACITY || counted > total || undercount > total || undercount < 0) {
            throw new IllegalArgumentException("heavy hitters: " + counts.size() + " counters of " + counted
                    + " texts do not fit a total of " + total + " with an undercount of " + undercount);
        }
        return hitters;
    }
}

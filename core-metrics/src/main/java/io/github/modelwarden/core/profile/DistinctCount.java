package io.github.modelwarden.core.profile;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;
import com.dynatrace.hash4j.hashing.Hashing;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How many distinct values a stream has. Up to {@value #EXACT} the answer is exact; above, it is an estimate with a relative
 * standard error of 1.2 %, from 4 KiB.
 *
 * <p>{@link #combine} is exact: the state is that of the union, whatever the order and the parts. Not thread-safe.
 *
 * @see <a href="https://doi.org/10.14778/3654621.3654632">Ertl 2024, UltraLogLog, doi:10.14778/3654621.3654632</a>
 */
public final class DistinctCount {

    /** Up to this many distinct values the count is exact. */
    public static final int EXACT = 256;

    private static final int PRECISION = 12;
    private static final int SLOTS = 2 * EXACT;

    /** Hashes in open addressing while they are few; 0 is an empty slot. */
    private long @Nullable [] few = new long[SLOTS];

    private int size;
    private UltraLogLog many = UltraLogLog.create(3);

    private DistinctCount() {}

    /** {@return the count of nothing} */
    public static DistinctCount create() {
        return new DistinctCount();
    }

    /**
     * Counts a number.
     *
     * @param value the number; NaN is passed over; −0.0 and 0.0 are one value
     */
    public void accept(double value) {
        if (!Double.isNaN(value)) {
            add(hash(value));
        }
    }

    /**
     * Counts a text.
     *
     * @param value the text; null is passed over
     */
    public void accept(@Nullable String value) {
        if (value != null) {
            add(hash(value));
        }
    }

    /** Counts numbers that are there and not −0.0. */
    void accept(double[] values, int numbers) {
        int i = 0;
        while (i < numbers && few != null) {
            add(hash(values[i++]));
        }
        UltraLogLog counter = many;
        for (; i < numbers; i++) {
            counter.add(hash(values[i]));
        }
    }

    /** The finalizer of SplittableRandom: one-to-one, so that distinct numbers have distinct hashes. */
    private static long hash(double value) {
        long z = Double.doubleToRawLongBits(value + 0.0) + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static long hash(String value) {
        return Hashing.komihash5_0().hashCharsToLong(value);
    }

    private void add(long hash) {
        long[] table = few;
        if (table == null) {
            many.add(hash);
            return;
        }
        long entry = hash == 0 ? 1 : hash;
        int slot = (int) (entry >>> 32) & (SLOTS - 1);
        while (table[slot] != 0) {
            if (table[slot] == entry) {
                return;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        if (size == EXACT) {
            estimateFromNowOn(table);
            many.add(entry);
        } else {
            table[slot] = entry;
            size++;
        }
    }

    private void estimateFromNowOn(long[] table) {
        many = UltraLogLog.create(PRECISION);
        few = null;
        for (long entry : table) {
            if (entry != 0) {
                many.add(entry);
            }
        }
    }

    /**
     * Adds all that another has seen.
     *
     * @param other another count, not changed
     * @return this
     */
    public DistinctCount combine(DistinctCount other) {
        long[] theirs = other.few;
        if (theirs != null) {
            for (long entry : theirs.clone()) {
                if (entry != 0) {
                    add(entry);
                }
            }
            return this;
        }
        long[] ours = few;
        if (ours != null) {
            estimateFromNowOn(ours);
        }
        many.add(other.many);
        return this;
    }

    /** {@return the number of distinct values, estimated if {@link #isExact()} is false} */
    public long count() {
        return few != null ? size : Math.round(many.getDistinctCountEstimate());
    }

    /** {@return whether the count is exact} */
    public boolean isExact() {
        return few != null;
    }

    /** {@return a copy that no longer follows this count} */
    public DistinctCount copy() {
        DistinctCount copy = new DistinctCount();
        copy.few = few == null ? null : few.clone();
        copy.size = size;
        copy.many = many.copy();
        return copy;
    }

    /** {@return the hashes in ascending order while the count is exact} */
    long[] hashes() {
        return few == null
                ? new long[0]
                : Arrays.stream(few).filter(h -> h != 0).sorted().toArray();
    }

    /** {@return the state of the estimator once the count is not exact} */
    byte[] state() {
        return few == null ? many.getState().clone() : new byte[0];
    }

    /** A count from {@link #hashes} and {@link #state}, one of which is empty. */
    static DistinctCount of(long[] hashes, byte[] state) {
        DistinctCount count = new DistinctCount();
        if (state.length > 0) {
            if (state.length != 1 << PRECISION || hashes.length > 0) {
                throw new IllegalArgumentException(
                        "distinct count: expected " + (1 << PRECISION) + " bytes but got " + state.length);
            }
            count.few = null;
            count.many = UltraLogLog.wrap(state.clone());
            return count;
        }
        for (long hash : hashes) {
            count.add(hash);
        }
        return count;
    }
}

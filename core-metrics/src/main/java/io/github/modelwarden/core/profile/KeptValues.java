package io.github.modelwarden.core.profile;

import java.util.Arrays;
import java.util.Optional;

/**
 * Single values, all of them or none: once there are more than the limit, everything is dropped, since a part would be no
 * more than a sample. Combination concatenates; two with different limits follow the smaller one.
 */
final class KeptValues {

    private static final double[] NONE = {};
    private static final int MAX_ARRAY = Integer.MAX_VALUE - 8;

    private long limit;
    private double[] values = NONE;
    private boolean shared;
    private long size;

    private KeptValues(long limit) {
        this.limit = limit;
    }

    /**
     * Nothing kept so far.
     *
     * @param limit the most values that are kept, 0 for none
     * @throws IllegalArgumentException if the limit is negative
     */
    static KeptValues upTo(long limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("kept values: expected a limit of at least 0 but got " + limit);
        }
        return new KeptValues(Math.min(limit, MAX_ARRAY));
    }

    void accept(double value) {
        if (room(1)) {
            values[(int) size] = value;
        }
        size++;
    }

    void accept(double[] more, int numbers) {
        if (room(numbers)) {
            System.arraycopy(more, 0, values, (int) size, numbers);
        }
        size += numbers;
    }

    KeptValues combine(KeptValues other) {
        limit = Math.min(limit, other.limit);
        if (room(other.size)) {
            System.arraycopy(other.values, 0, values, (int) size, (int) other.size);
        }
        size += other.size;
        return this;
    }

    private boolean room(long more) {
        if (size + more > limit) {
            values = NONE;
            return false;
        }
        if (shared || size + more > values.length) {
            shared = false;
            values = Arrays.copyOf(values, (int) Math.min(limit, Math.max(size + more, 2 * size)));
        }
        return true;
    }

    /** {@return a copy of all values in no particular order, empty if they are not kept} */
    Optional<double[]> values() {
        return limit == 0 || size > limit ? Optional.empty() : Optional.of(Arrays.copyOf(values, (int) size));
    }

    long limit() {
        return limit;
    }

    /** {@return whether so many more values would all be kept} */
    boolean hasRoom(long more) {
        return size + more <= limit;
    }

    /** {@return a copy of some of the kept values} */
    double[] values(long from, long to) {
        return Arrays.copyOfRange(values, (int) from, (int) to);
    }

    /** {@return how many values are kept} */
    long kept() {
        return limit == 0 || size > limit ? 0 : size;
    }

    /** A copy that shares the values until one of the two gets more of them: a profile may keep millions. */
    KeptValues copy() {
        KeptValues copy = new KeptValues(limit);
        copy.values = values;
        copy.size = size;
        copy.shared = true;
        shared = true;
        return copy;
    }
}

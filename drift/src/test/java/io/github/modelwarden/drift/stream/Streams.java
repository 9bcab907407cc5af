package io.github.modelwarden.drift.stream;

import java.util.Arrays;

/** Seeded streams that other languages can make too; {@code generate_indices.py} makes the same. */
final class Streams {

    private Streams() {}

    /** SplitMix64. */
    static final class Uniform {
        private long state;

        Uniform(long seed) {
            state = seed;
        }

        double next() {
            state += 0x9E3779B97F4A7C15L;
            long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
            z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
            return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
        }
    }

    /** Errors at one rate. */
    static double[] errors(long seed, int length, double rate) {
        Uniform uniform = new Uniform(seed);
        double[] errors = new double[length];
        Arrays.setAll(errors, i -> uniform.next() < rate ? 1 : 0);
        return errors;
    }

    /** Bell-shaped values around 0, between −2 and 2, with a standard deviation of 0.577. */
    static double[] values(long seed, int length) {
        Uniform uniform = new Uniform(seed);
        double[] values = new double[length];
        Arrays.setAll(values, i -> uniform.next() + uniform.next() + uniform.next() + uniform.next() - 2);
        return values;
    }

    /** The errors with the golden alarms. */
    static double[] goldenBits() {
        Uniform uniform = new Uniform(2026);
        double[] bits = new double[7_000];
        Arrays.setAll(bits, i -> uniform.next() < (i < 2_500 ? 0.2 : i < 4_000 ? 0.35 : i < 5_500 ? 0.1 : 0.5) ? 1 : 0);
        return bits;
    }

    /** The values with the golden alarms. */
    static double[] goldenValues() {
        double[] values = values(2027, 7_000);
        for (int i = 0; i < values.length; i++) {
            values[i] += i < 2_500 ? 0 : i < 4_000 ? 0.5 : i < 5_500 ? -0.25 : 1.25;
        }
        return values;
    }

    static double[] constant(int length, double value) {
        double[] values = new double[length];
        Arrays.fill(values, value);
        return values;
    }

    static double[] joined(double[] first, double[] second) {
        double[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}

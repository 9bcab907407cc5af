package io.github.modelwarden.benchmarks;

import java.util.SplittableRandom;

/** Where the values of a feature come from. */
interface Law {

    /**
     * A value that rises with a standard normal number, so that features can be made to depend on each other.
     *
     * @param z a standard normal number
     * @param random more random numbers
     * @return the value
     */
    double of(double z, SplittableRandom random);

    /** {@return an independent value} */
    default double draw(SplittableRandom random) {
        return of(random.nextGaussian(), random);
    }

    /** Fills an array with independent values. */
    default void fill(double[] values, SplittableRandom random) {
        for (int i = 0; i < values.length; i++) {
            values[i] = draw(random);
        }
    }
}

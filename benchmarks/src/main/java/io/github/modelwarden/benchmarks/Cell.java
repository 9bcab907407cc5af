package io.github.modelwarden.benchmarks;

import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * One line of a result file: an experiment with fixed settings, run many times.
 *
 * @param name a path of words without a comma, unique in its file; random numbers follow from it and the seed alone, so that
 *     cells can be measured in any order
 * @param runs how often, at least 1
 * @param experiment makes the experiment
 */
record Cell(String name, int runs, Supplier<Experiment> experiment) {

    private static final long FNV_PRIME = 0x100000001b3L;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;

    Outcomes measure(long seed) {
        SplittableRandom random = new SplittableRandom(seed ^ hash(name));
        Experiment running = experiment.get();
        Outcomes outcomes = new Outcomes();
        for (int run = 0; run < runs; run++) {
            running.run(random, outcomes);
        }
        return outcomes;
    }

    private static long hash(String name) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }
}

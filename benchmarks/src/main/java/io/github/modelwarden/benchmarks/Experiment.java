package io.github.modelwarden.benchmarks;

import java.util.SplittableRandom;

/** What is repeated in a cell. An experiment keeps its arrays from run to run and belongs to one thread. */
interface Experiment {

    /**
     * Draws data once and looks at it.
     *
     * @param random the random numbers of the cell
     * @param outcomes counts what happened
     */
    void run(SplittableRandom random, Outcomes outcomes);
}

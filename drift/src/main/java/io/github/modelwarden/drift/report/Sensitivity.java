package io.github.modelwarden.drift.report;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/** Turns a population stability index into the change that has it: a shift of all values, or rows moving to a category. */
final class Sensitivity {

    /** Shares below this are taken for this, so that an emptied bin does not make the index infinite. */
    private static final double FLOOR = 1e-4;

    private static final int STEPS = 60;

    private Sensitivity() {}

    /** The index between two lists of shares. */
    static double psi(double[] then, double[] now) {
        double index = 0;
        for (int i = 0; i < then.length; i++) {
            double p = Math.max(FLOOR, then[i]);
            double q = Math.max(FLOOR, now[i]);
            index += (q - p) * Math.log(q / p);
        }
        return index;
    }

    /**
     * The smallest shift that gives the index in whichever direction shows it less.
     *
     * <p>A sample is rougher than its population, and shifted against itself its roughness looks like a part of the change:
     * rows that cross the edges of a bin with share p add about {@code crossing/(n·p)} to the index by chance. That is taken
     * off, or the shift would be understated for few rows.
     *
     * @param cells the reference distribution
     * @param rows number of reference values behind it
     * @param edges inner edges of the bins
     * @param psi the index
     * @param widest the largest shift to try, above 0
     * @return the shift; empty if no shift up to the widest gives the index
     */
    static OptionalDouble shift(CellDistribution cells, long rows, double[] edges, double psi, double widest) {
        OptionalDouble up = smallest(shift -> shifted(cells, rows, edges, shift), psi, widest);
        OptionalDouble down = smallest(shift -> shifted(cells, rows, edges, -shift), psi, widest);
        return up.isEmpty() || down.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.max(up.getAsDouble(), down.getAsDouble()));
    }

    private static double shifted(CellDistribution cells, long rows, double[] edges, double shift) {
        double[] then = cells.shares(edges, 0);
        double[] now = cells.shares(edges, shift);
        double chance = 0;
        double below = 0;
        double crossed = 0;
        for (int i = 0; i < then.length; i++) {
            below += now[i] - then[i];
            double above = Math.abs(below);
            chance += (crossed + above) / (rows * Math.max(FLOOR, then[i]));
            crossed = above;
        }
        return psi(then, now) - chance;
    }

    /**
     * The smallest share of all rows whose move into the largest bin, from all others alike, gives the index.
     *
     * @param then shares of the reference, adding up to 1
     * @param psi the index
     * @return the share of rows; empty if no move gives the index
     */
    static OptionalDouble sharePoints(double[] then, double psi) {
        int largest = 0;
        for (int i = 1; i < then.length; i++) {
            largest = then[i] > then[largest] ? i : largest;
        }
        int target = largest;
        double rest = 1 - then[target];
        return rest <= FLOOR
                ? OptionalDouble.empty()
                : smallest(move -> psi(then, moved(then, target, move)), psi, rest - FLOOR);
    }

    private static double[] moved(double[] then, int target, double move) {
        double[] now = new double[then.length];
        double kept = 1 - move / (1 - then[target]);
        for (int i = 0; i < then.length; i++) {
            now[i] = i == target ? then[i] + move : then[i] * kept;
        }
        return now;
    }

    private static OptionalDouble smallest(DoubleUnaryOperator index, double psi, double widest) {
        if (index.applyAsDouble(widest) < psi) {
            return OptionalDouble.empty();
        }
        double low = 0;
        double high = widest;
        for (int step = 0; step < STEPS; step++) {
            double middle = (low + high) / 2;
            if (index.applyAsDouble(middle) < psi) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalDouble.of(high);
    }
}

package io.github.modelwarden.drift.statistic;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/** How goodness of fit takes current counts and what the reference expects of them. Immutable. */
record FitCells(boolean dropUnseen, boolean mergeSmall, int estimatedParameters) {

    static final FitCells DEFAULT = new FitCells(false, false, 0);

    private static final double SMALL = 5;
    private static final double SMALL_OF_TWO = 10;
    private static final int SMALL_SHARE_INVERSE = 5;

    FitCells {
        if (estimatedParameters < 0) {
            throw new IllegalArgumentException(
                    "goodness of fit: expected at least 0 estimated parameters but got " + estimatedParameters);
        }
    }

    FitCells withUnseenDropped() {
        return new FitCells(true, mergeSmall, estimatedParameters);
    }

    FitCells withSmallMerged() {
        return new FitCells(dropUnseen, true, estimatedParameters);
    }

    FitCells withEstimated(int parameters) {
        return new FitCells(dropUnseen, mergeSmall, parameters);
    }

    /** Observed and expected counts of the cells that are compared; both add up to the same total. */
    double[][] cells(String statistic, double[] reference, double[] current) {
        BinnedCounts.requireComparable(statistic, reference, current);
        List<Integer> kept = new ArrayList<>();
        double total = 0;
        for (int i = 0; i < reference.length; i++) {
            if (reference[i] > 0) {
                kept.add(i);
                total += current[i];
            } else if (current[i] > 0 && !dropUnseen) {
                throw new IllegalArgumentException(
                        statistic + ": bin " + i + " has " + current[i] + " current rows where"
                                + " the reference has none, which no fit explains; compare the two as samples instead, or drop"
                                + " unseen bins");
            }
        }
        if (total == 0) {
            throw new IllegalArgumentException(statistic + ": expected current rows in the reference's bins but all are"
                    + " in bins that the reference does not have");
        }
        double scale = total / BinnedCounts.total(reference);
        double[] observed = kept.stream().mapToDouble(i -> current[i]).toArray();
        double[] expected = kept.stream().mapToDouble(i -> reference[i] * scale).toArray();
        return mergeSmall ? merged(observed, expected) : new double[][] {observed, expected};
    }

    private static double[][] merged(double[] observed, double[] expected) {
        List<double[]> cells = new ArrayList<>();
        for (int i = 0; i < observed.length; i++) {
            cells.add(new double[] {observed[i], expected[i]});
        }
        while (tooManySmall(cells)) {
            double[] smallest = cells.remove(smallest(cells));
            double[] next = cells.get(smallest(cells));
            next[0] += smallest[0];
            next[1] += smallest[1];
        }
        return new double[][] {
            cells.stream().mapToDouble(cell -> cell[0]).toArray(),
            cells.stream().mapToDouble(cell -> cell[1]).toArray()
        };
    }

    private static boolean tooManySmall(List<double[]> cells) {
        double bound = cells.size() > 2 ? SMALL : SMALL_OF_TWO;
        int allowed = cells.size() > 2 ? cells.size() / SMALL_SHARE_INVERSE : 0;
        return cells.size() > 1
                && cells.stream().filter(cell -> cell[1] < bound).count() > allowed;
    }

    private static int smallest(List<double[]> cells) {
        return IntStream.range(0, cells.size())
                .reduce((a, b) -> cells.get(b)[1] < cells.get(a)[1] ? b : a)
                .orElseThrow();
    }

    /** The chi-square tail; empty without a degree of freedom. */
    OptionalDouble pValue(double statistic, int cells) {
        int degrees = degreesOfFreedom(cells);
        return degrees < 1
                ? OptionalDouble.empty()
                : OptionalDouble.of(ChiSquaredDistribution.of(degrees).survivalProbability(statistic));
    }

    int degreesOfFreedom(int cells) {
        return cells - 1 - estimatedParameters;
    }
}

package io.github.modelwarden.drift.statistic;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/** A table of counts, a row a sample and a column a category, without the rows and columns that hold nothing. */
final class ContingencyTable {

    private static final double HALF = 0.5;

    private final double[][] cells;
    private final double[] rows;
    private final double[] columns;
    private final double total;

    private ContingencyTable(ContingencyTable margins, double[][] cells) {
        this.cells = cells;
        this.rows = margins.rows;
        this.columns = margins.columns;
        this.total = margins.total;
    }

    private ContingencyTable(double[][] cells) {
        this.cells = cells;
        this.rows = new double[cells.length];
        this.columns = new double[cells[0].length];
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                rows[i] += cells[i][j];
                columns[j] += cells[i][j];
                sum += cells[i][j];
            }
        }
        this.total = sum;
    }

    /** Checks a table of counts and leaves empty rows and columns out. */
    static ContingencyTable of(String statistic, double[][] table) {
        int width = table.length == 0 ? 0 : table[0].length;
        for (int i = 0; i < table.length; i++) {
            if (table[i].length != width) {
                throw new IllegalArgumentException(statistic + ": expected rows of equal length but row 0 has " + width
                        + " and row " + i + " has " + table[i].length + " cells");
            }
            for (int j = 0; j < width; j++) {
                if (!(table[i][j] >= 0 && table[i][j] <= Double.MAX_VALUE)) {
                    throw new IllegalArgumentException(statistic + ": expected finite counts of at least 0 but got "
                            + table[i][j] + " in row " + i + ", column " + j);
                }
            }
        }
        double[][] filled =
                Arrays.stream(table).filter(row -> BinnedCounts.total(row) > 0).toArray(double[][]::new);
        if (filled.length < 2) {
            throw new IllegalArgumentException(statistic + ": expected at least two rows that hold anything but got "
                    + filled.length + " of " + table.length);
        }
        return new ContingencyTable(withoutEmptyColumns(filled));
    }

    /** Two checked samples over the same bins. */
    static ContingencyTable of(double[] reference, double[] current) {
        return new ContingencyTable(withoutEmptyColumns(new double[][] {reference, current}));
    }

    private static double[][] withoutEmptyColumns(double[][] table) {
        int width = table[0].length;
        double[][] kept = new double[table.length][width];
        int columns = 0;
        for (int j = 0; j < width; j++) {
            double sum = 0;
            for (int i = 0; i < table.length; i++) {
                kept[i][columns] = table[i][j];
                sum += table[i][j];
            }
            columns += sum > 0 ? 1 : 0;
        }
        for (int i = 0; i < kept.length; i++) {
            kept[i] = Arrays.copyOf(kept[i], columns);
        }
        return kept;
    }

    /** {@code Σ (o − e)² / e}, with Yates' correction if asked for and there is one degree of freedom. */
    double pearson(boolean corrected) {
        boolean correct = corrected && degreesOfFreedom() == 1;
        double statistic = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                double expected = expected(i, j);
                double distance = Math.abs(cells[i][j] - expected);
                double counted = correct ? Math.max(0, distance - HALF) : distance;
                statistic += counted * counted / expected;
            }
        }
        return statistic;
    }

    /** {@code 2·Σ o·ln(o / e)}, with Yates' correction if asked for and there is one degree of freedom. */
    double likelihoodRatio(boolean corrected) {
        boolean correct = corrected && degreesOfFreedom() == 1;
        double statistic = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                double expected = expected(i, j);
                double distance = expected - cells[i][j];
                double observed = correct
                        ? cells[i][j] + Math.copySign(Math.min(HALF, Math.abs(distance)), distance)
                        : cells[i][j];
                statistic += observed > 0 ? observed * Math.log(observed / expected) : 0;
            }
        }
        return Math.max(0, 2 * statistic);
    }

    private double expected(int row, int column) {
        return rows[row] * columns[column] / total;
    }

    int degreesOfFreedom() {
        return (rows.length - 1) * (columns.length - 1);
    }

    /** Cramér's V: Pearson's statistic as a share of the largest it can be, in square root; 0 with a single column. */
    double cramersV() {
        int smaller = Math.min(rows.length, columns.length) - 1;
        return smaller == 0 ? 0 : Math.sqrt(pearson(false) / total / smaller);
    }

    /** The chi-square tail beyond a statistic; empty with a single column, which leaves nothing to differ. */
    OptionalDouble pValue(double statistic) {
        int degrees = degreesOfFreedom();
        return degrees < 1
                ? OptionalDouble.empty()
                : OptionalDouble.of(ChiSquaredDistribution.of(degrees).survivalProbability(statistic));
    }

    /**
     * The p-value of a distance whose scaled value is chi-square distributed for large counts: the larger of that law's
     * and of Pearson's statistic with matched moments. In bins with a few expected rows the logarithm and the square root
     * exaggerate differences, and would alone raise several times the false alarms; the larger p-value holds them.
     */
    static OptionalDouble guardedPValue(double scaled, double[] reference, double[] current) {
        ContingencyTable table = of(reference, current);
        return larger(table.pValue(scaled), table.matchedPValue());
    }

    static OptionalDouble larger(OptionalDouble one, OptionalDouble other) {
        return one.isEmpty() ? one : OptionalDouble.of(Math.max(one.getAsDouble(), other.orElse(0)));
    }

    /**
     * The tail of Pearson's statistic by its exact moments over all splits, for two samples of whole counts; the chi-square
     * tail for so few rows that the moments do not exist. Empty with a single column.
     */
    OptionalDouble matchedPValue() {
        double statistic = pearson(false);
        return degreesOfFreedom() < 1 || total < ChiSquareMoments.LEAST_ROWS
                ? pValue(statistic)
                : OptionalDouble.of(
                        ChiSquareMoments.of(columns, rows[0], rows[1]).survival(statistic));
    }

    /** A table with other cells that add up to the same rows and columns. */
    ContingencyTable withSameMargins(double[][] other) {
        return new ContingencyTable(this, other);
    }

    boolean isOfTwoSamples() {
        return rows.length == 2;
    }

    double[][] cells() {
        return cells;
    }

    double rowTotal(int row) {
        return rows[row];
    }

    double total() {
        return total;
    }
}

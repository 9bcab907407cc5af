package io.github.modelwarden.drift.multivariate;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealVector;

/** The directions in which points vary most. Points are centred where they were fitted. */
final class PrincipalComponents {

    private final double[][] columns;
    private final double[][] kept;

    private PrincipalComponents(double[][] columns, double[][] kept) {
        this.columns = columns;
        this.kept = kept;
    }

    /**
     * Finds the fewest directions that hold a share of the variance, at least one and fewer than there are dimensions.
     *
     * @param columns coordinates, one array a dimension; at least 2
     * @param rows the points to fit to, centred
     * @param share share of the variance to keep
     */
    static PrincipalComponents of(double[][] columns, int[] rows, double share) {
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(covariance(columns, rows), false));
        double[] variances = eigen.getRealEigenvalues(); // largest first
        double total = 0;
        for (double variance : variances) {
            total += variance;
        }
        int count = 0;
        double held = 0;
        while (count < variances.length - 1 && (count == 0 || held < share * total)) {
            held += variances[count++];
        }
        double[][] kept = new double[count][];
        for (int c = 0; c < count; c++) {
            RealVector direction = eigen.getEigenvector(c);
            kept[c] = direction.toArray();
        }
        return new PrincipalComponents(columns, kept);
    }

    int dimensions() {
        return columns.length;
    }

    /** The number of directions kept. */
    int count() {
        return kept.length;
    }

    /** Writes the part of a point that the directions kept do not reach. */
    void residual(int row, double[] into) {
        for (int k = 0; k < columns.length; k++) {
            into[k] = columns[k][row];
        }
        for (double[] direction : kept) {
            double length = 0;
            for (int k = 0; k < columns.length; k++) {
                length += direction[k] * columns[k][row];
            }
            for (int k = 0; k < columns.length; k++) {
                into[k] -= length * direction[k];
            }
        }
    }

    private static double[][] covariance(double[][] columns, int[] rows) {
        int dimensions = columns.length;
        double[][] packed = new double[dimensions][rows.length];
        for (int k = 0; k < dimensions; k++) {
            for (int i = 0; i < rows.length; i++) {
                packed[k][i] = columns[k][rows[i]];
            }
        }
        double[][] covariance = new double[dimensions][dimensions];
        for (int k = 0; k < dimensions; k++) {
            for (int l = 0; l <= k; l++) {
                double sum = 0;
                for (int i = 0; i < rows.length; i++) {
                    sum += packed[k][i] * packed[l][i];
                }
                covariance[k][l] = sum / rows.length;
                covariance[l][k] = covariance[k][l];
            }
        }
        return covariance;
    }
}

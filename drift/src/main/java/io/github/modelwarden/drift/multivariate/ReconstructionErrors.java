package io.github.modelwarden.drift.multivariate;

/** How far some points are from their projections onto the principal components. */
final class ReconstructionErrors {

    private final double[] lengths;
    private final double[] meanSquares;

    private ReconstructionErrors(double[] lengths, double[] meanSquares) {
        this.lengths = lengths;
        this.meanSquares = meanSquares;
    }

    /** The errors of the points {@code from} to {@code to − 1}. */
    static ReconstructionErrors of(PrincipalComponents components, int from, int to) {
        double[] lengths = new double[to - from];
        double[] meanSquares = new double[components.dimensions()];
        double[] residual = new double[components.dimensions()];
        for (int i = 0; i < lengths.length; i++) {
            components.residual(from + i, residual);
            double sum = 0;
            for (int k = 0; k < residual.length; k++) {
                double square = residual[k] * residual[k];
                meanSquares[k] += square / lengths.length;
                sum += square;
            }
            lengths[i] = Math.sqrt(sum);
        }
        return new ReconstructionErrors(lengths, meanSquares);
    }

    /** Euclidean lengths, one a point; must not be changed. */
    double[] lengths() {
        return lengths;
    }

    /** By feature, how much the mean squares of its dimensions differ from those of other points. */
    double[] changes(ReconstructionErrors other, int[] sources, int features) {
        double[] changes = new double[features];
        for (int k = 0; k < sources.length; k++) {
            changes[sources[k]] += Math.abs(meanSquares[k] - other.meanSquares[k]);
        }
        return changes;
    }
}

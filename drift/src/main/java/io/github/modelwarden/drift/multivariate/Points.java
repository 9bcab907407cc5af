package io.github.modelwarden.drift.multivariate;

/** Checks and turns samples of points. */
final class Points {

    private Points() {}

    /** The coordinates of two samples, one array a dimension, the first sample first. */
    static double[][] columns(double[][] first, double[][] second) {
        requirePoints(first, second, 2);
        double[][] columns = new double[first[0].length][first.length + second.length];
        for (int i = 0; i < columns[0].length; i++) {
            double[] point = i < first.length ? first[i] : second[i - first.length];
            for (int k = 0; k < columns.length; k++) {
                columns[k][i] = point[k];
            }
        }
        return columns;
    }

    static void requirePoints(double[][] first, double[][] second, int least) {
        if (first.length < least || second.length < least) {
            throw new IllegalArgumentException("points: expected at least " + least + " in each sample but got "
                    + first.length + " and " + second.length);
        }
        int dimension = first[0].length;
        requirePoints("first", first, dimension);
        requirePoints("second", second, dimension);
    }

    private static void requirePoints(String sample, double[][] points, int dimension) {
        for (int i = 0; i < points.length; i++) {
            if (points[i].length != dimension || dimension == 0) {
                throw new IllegalArgumentException("points: point " + i + " of the " + sample + " sample has "
                        + points[i].length + " coordinates where at least 1 and the same number for all was expected");
            }
            for (double coordinate : points[i]) {
                if (!Double.isFinite(coordinate)) {
                    throw new IllegalArgumentException("points: point " + i + " of the " + sample
                            + " sample: expected finite coordinates but got " + coordinate);
                }
            }
        }
    }
}

package io.github.modelwarden.drift.statistic;

/** The largest {@code F − G} and the largest {@code G − F} of two empirical distribution functions, each at least 0. */
record Extremes(double above, double below) {

    static Extremes of(SamplePair pair) {
        double[] x = pair.reference();
        double[] y = pair.current();
        long n = x.length;
        long m = y.length;
        int i = 0;
        int j = 0;
        long largest = 0;
        long smallest = 0;
        // n·m·(F − G) in whole numbers, so that equal distances are equal
        long difference = 0;
        while (i < n && j < m) {
            double value = Math.min(x[i], y[j]);
            while (i < n && x[i] == value) {
                difference += m;
                i++;
            }
            while (j < m && y[j] == value) {
                difference -= n;
                j++;
            }
            largest = Math.max(largest, difference);
            smallest = Math.min(smallest, difference);
        }
        double product = (double) n * m;
        return new Extremes(largest / product, -smallest / product);
    }

    /** Over the boundaries of cells with checked masses. */
    static Extremes of(double[] reference, double[] current) {
        double n = BinnedCounts.total(reference);
        double m = BinnedCounts.total(current);
        double cumulatedReference = 0;
        double cumulatedCurrent = 0;
        double above = 0;
        double below = 0;
        for (int i = 0; i < reference.length - 1; i++) {
            cumulatedReference += reference[i];
            cumulatedCurrent += current[i];
            double difference = cumulatedReference / n - cumulatedCurrent / m;
            above = Math.max(above, difference);
            below = Math.max(below, -difference);
        }
        return new Extremes(above, below);
    }

    double distance(Alternative alternative) {
        return switch (alternative) {
            case TWO_SIDED -> Math.max(above, below);
            case GREATER -> above;
            case LESS -> below;
        };
    }
}

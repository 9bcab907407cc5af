package io.github.modelwarden.core.boosting;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Seeded data for tests: independent standard normal columns and a target computed from each row. */
final class Generated {

    private final FeatureMatrix features;
    private final double[] target;

    private Generated(FeatureMatrix features, double[] target) {
        this.features = features;
        this.target = target;
    }

    static Generated of(int rows, int columns, long seed, ToDoubleFunction<double[]> target) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] values = new double[columns][rows];
        double[] targets = new double[rows];
        for (int i = 0; i < rows; i++) {
            double[] row = new double[columns];
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextGaussian();
                values[j][i] = row[j];
            }
            targets[i] = target.applyAsDouble(row);
        }
        return new Generated(
                FeatureMatrix.of(
                        IntStream.range(0, columns).mapToObj(j -> "x" + j).toList(), values),
                targets);
    }

    FeatureMatrix features() {
        return features;
    }

    double[] target() {
        return target;
    }

    double meanSquaredError(double[] predictions) {
        return IntStream.range(0, target.length)
                .mapToDouble(i -> (predictions[i] - target[i]) * (predictions[i] - target[i]))
                .average()
                .orElseThrow();
    }
}

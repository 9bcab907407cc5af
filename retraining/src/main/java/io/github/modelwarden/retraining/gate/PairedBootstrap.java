package io.github.modelwarden.retraining.gate;

import io.github.modelwarden.core.performance.ConfusionMatrix;
import io.github.modelwarden.retraining.ModelMetric;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * Percentile bootstrap of the difference of a metric between two classifiers on the same rows. Rows are drawn with
 * replacement, both decisions of a row together, so that the correlation of the two classifiers is kept. Rows have to be
 * independent: several rows of one customer make the bounds too narrow. Seeded: equal input gives equal bounds.
 */
final class PairedBootstrap {

    private static final int CELLS = 8;

    private final double[] sorted;

    private PairedBootstrap(double[] sorted) {
        this.sorted = sorted;
    }

    /**
     * Draws the differences second − first.
     *
     * @param metric a metric of decisions, not the area under the curve
     * @param rows the decisions and the truth
     * @param resamples number of draws
     * @param seed seed of the draws
     * @return the distribution; draws in which the metric is undefined are left out
     */
    static PairedBootstrap of(ModelMetric metric, Decisions rows, int resamples, long seed) {
        byte[] cells = rows.cells();
        SplittableRandom random = new SplittableRandom(seed);
        double[] differences = new double[resamples];
        int kept = 0;
        long[] counts = new long[CELLS];
        for (int draw = 0; draw < resamples; draw++) {
            Arrays.fill(counts, 0);
            for (int i = 0; i < cells.length; i++) {
                counts[cells[random.nextInt(cells.length)]]++;
            }
            OptionalDouble first = value(metric, counts, 2);
            OptionalDouble second = value(metric, counts, 4);
            if (first.isPresent() && second.isPresent()) {
                differences[kept++] = second.getAsDouble() - first.getAsDouble();
            }
        }
        double[] sorted = Arrays.copyOf(differences, kept);
        Arrays.sort(sorted);
        return new PairedBootstrap(sorted);
    }

    private static OptionalDouble value(ModelMetric metric, long[] counts, int decisionBit) {
        long[] matrix = new long[4];
        for (int cell = 0; cell < CELLS; cell++) {
            boolean predicted = (cell & decisionBit) != 0;
            boolean actual = (cell & 1) != 0;
            matrix[predicted ? (actual ? 0 : 1) : (actual ? 2 : 3)] += counts[cell];
        }
        ConfusionMatrix confusion = new ConfusionMatrix(matrix[0], matrix[1], matrix[2], matrix[3]);
        return metric.of(confusion);
    }

    /** The two decisions of every row and its truth. */
    record Decisions(java.util.BitSet first, java.util.BitSet second, java.util.BitSet actual, int size) {

        byte[] cells() {
            byte[] cells = new byte[size];
            for (int i = 0; i < size; i++) {
                cells[i] = (byte) ((actual.get(i) ? 1 : 0) | (first.get(i) ? 2 : 0) | (second.get(i) ? 4 : 0));
            }
            return cells;
        }
    }

    /**
     * A quantile of the differences.
     *
     * @param probability 0 to 1
     * @return the quantile; empty if no draw was defined
     */
    OptionalDouble quantile(double probability) {
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        int index = (int) Math.floor(probability * (sorted.length - 1) + 0.5);
        return OptionalDouble.of(sorted[index]);
    }
}

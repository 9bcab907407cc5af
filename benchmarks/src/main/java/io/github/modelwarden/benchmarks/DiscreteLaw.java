package io.github.modelwarden.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The whole numbers from 0 on with given probabilities. A draw takes constant time, from a table of where to look. */
final class DiscreteLaw implements Law {

    private static final double NEGLIGIBLE = 1e-12;
    private static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);

    private final double[] cumulated;
    private final int[] guide;

    private DiscreteLaw(double[] weights) {
        cumulated = new double[weights.length];
        guide = new int[weights.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            cumulated[i] = sum;
        }
        int at = 0;
        for (int i = 0; i < weights.length; i++) {
            cumulated[i] /= sum;
        }
        for (int i = 0; i < weights.length; i++) {
            while (cumulated[at] <= (double) i / weights.length) {
                at++;
            }
            guide[i] = at;
        }
    }

    /** {@return the numbers below {@code count}, the k-th with a share proportional to 1/k} */
    static DiscreteLaw zipf(int count) {
        double[] weights = new double[count];
        for (int i = 0; i < count; i++) {
            weights[i] = 1.0 / (i + 1);
        }
        return new DiscreteLaw(weights);
    }

    /** {@return the number of failures before a success, with a given mean} */
    static DiscreteLaw geometric(double mean) {
        return negativeBinomial(mean, 1);
    }

    /** {@return a law with a given mean μ and the variance μ + μ²/r} */
    static DiscreteLaw negativeBinomial(double mean, double r) {
        double q = mean / (mean + r);
        List<Double> weights = new ArrayList<>();
        double weight = 1;
        double sum = 0;
        for (int k = 0; weight > NEGLIGIBLE * sum || k <= mean; k++) {
            weights.add(weight);
            sum += weight;
            weight *= (k + r) / (k + 1) * q;
        }
        return new DiscreteLaw(weights.stream().mapToDouble(Double::doubleValue).toArray());
    }

    @Override
    public double of(double z, SplittableRandom random) {
        return index(STANDARD_NORMAL.cumulativeProbability(z));
    }

    @Override
    public double draw(SplittableRandom random) {
        return index(random.nextDouble());
    }

    /** {@return the number at a quantile from 0 to 1} */
    int index(double quantile) {
        int at = guide[Math.min(guide.length - 1, (int) (quantile * guide.length))];
        while (at < cumulated.length - 1 && cumulated[at] <= quantile) {
            at++;
        }
        return at;
    }

    /** Fills an array with independent numbers. */
    void fill(int[] codes, SplittableRandom random) {
        for (int i = 0; i < codes.length; i++) {
            codes[i] = index(random.nextDouble());
        }
    }
}

package io.github.modelwarden.benchmarks;

import io.github.modelwarden.core.binning.CategoricalBinning;
import io.github.modelwarden.core.profile.FeatureProfile;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Where the rows of the false-alarm benchmark come from. */
enum Distribution {
    NORMAL("normal", 10, 20) {
        @Override
        double draw(SplittableRandom random) {
            return random.nextGaussian();
        }
    },
    LOGNORMAL("lognormal", 10) {
        @Override
        double draw(SplittableRandom random) {
            return Math.exp(random.nextGaussian());
        }
    },
    DISCRETE("discrete (geometric, mean 1.5)", 10) {
        @Override
        double draw(SplittableRandom random) {
            return Math.floor(Math.log(1 - random.nextDouble()) / Math.log(0.6));
        }
    },
    ZIPF("Zipf categories", 2, 8, 20) {
        @Override
        double draw(SplittableRandom random) {
            throw new IllegalStateException("Zipf categories are drawn by name");
        }
    };

    private final String title;
    private final String bins;

    Distribution(String title, int... bins) {
        this.title = title;
        this.bins = Arrays.toString(bins).replaceAll("[^0-9,]", "");
    }

    abstract double draw(SplittableRandom random);

    String title() {
        return title;
    }

    /** The numbers of bins that are measured. */
    List<Integer> bins() {
        return Arrays.stream(bins.split(",", -1)).map(Integer::valueOf).toList();
    }

    double[] sample(SplittableRandom random, int size) {
        return IntStream.range(0, size).mapToDouble(i -> draw(random)).toArray();
    }

    static List<String> categories(int count) {
        return IntStream.range(0, count).mapToObj(i -> "c" + i).toList();
    }

    /** Counts drawn categories of which the k-th has a share proportional to 1/k. */
    FeatureProfile categorical(SplittableRandom random, CategoricalBinning binning, int size) {
        List<String> categories = binning.categories();
        double[] cumulated = new double[categories.size()];
        double sum = 0;
        for (int i = 0; i < cumulated.length; i++) {
            sum += 1.0 / (i + 1);
            cumulated[i] = sum;
        }
        FeatureProfile profile = FeatureProfile.create("x", binning);
        for (int i = 0; i < size; i++) {
            int found = Arrays.binarySearch(cumulated, random.nextDouble() * sum);
            profile.accept(categories.get(Math.min(cumulated.length - 1, found < 0 ? -found - 1 : found)));
        }
        return profile;
    }
}

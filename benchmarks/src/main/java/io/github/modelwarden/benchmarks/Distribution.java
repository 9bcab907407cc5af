package io.github.modelwarden.benchmarks;

import java.util.SplittableRandom;

/** The numeric features of the benchmarks, as they are and changed. */
enum Distribution {
    NORMAL("normal", "normal", 1) {
        @Override
        Law law() {
            return (z, random) -> z;
        }

        @Override
        Law withMoreVariance() {
            return (z, random) -> Math.sqrt(MORE) * z;
        }
    },

    LOGNORMAL("lognormal", "lognormal", Math.sqrt((Math.E - 1) * Math.E)) {
        @Override
        Law law() {
            return (z, random) -> Math.exp(z);
        }

        @Override
        Law withMoreVariance() {
            return sameMean(MORE * (Math.E - 1) * Math.E);
        }
    },

    STUDENT("t3", "t with 3 degrees of freedom", Math.sqrt(3)) {
        @Override
        Law law() {
            return Distribution::student;
        }

        @Override
        Law withMoreVariance() {
            return (z, random) -> Math.sqrt(MORE) * student(z, random);
        }
    },

    ZERO_INFLATED("zero-inflated", "70 % zeros, else lognormal", Math.sqrt(Amount.VARIANCE)) {
        @Override
        Law law() {
            return amount((z, random) -> Math.exp(z));
        }

        @Override
        Law shifted(double deviations) {
            double shift = deviations * deviation() / Amount.SHARE;
            return amount((z, random) -> Math.exp(z) + shift);
        }

        @Override
        Law withMoreVariance() {
            double mean = Amount.SHARE * Amount.MEAN;
            return amount(sameMean((MORE * Amount.VARIANCE + mean * mean) / Amount.SHARE - Amount.MEAN * Amount.MEAN));
        }
    },

    DISCRETE("discrete", "counts, geometric with mean 1.5", Math.sqrt(Counts.VARIANCE)) {
        @Override
        Law law() {
            return DiscreteLaw.geometric(Counts.MEAN);
        }

        @Override
        Law shifted(double deviations) {
            return DiscreteLaw.geometric(Counts.MEAN + deviations * deviation());
        }

        @Override
        Law withMoreVariance() {
            return DiscreteLaw.negativeBinomial(
                    Counts.MEAN, Counts.MEAN * Counts.MEAN / (MORE * Counts.VARIANCE - Counts.MEAN));
        }
    };

    /** What a larger variance is, in variances. */
    static final double MORE = 1.5;

    private final String word;
    private final String title;
    private final double deviation;

    Distribution(String word, String title, double deviation) {
        this.word = word;
        this.title = title;
        this.deviation = deviation;
    }

    /** {@return the law of unchanged values} */
    abstract Law law();

    /** {@return a law with the same mean and {@link #MORE} times the variance} */
    abstract Law withMoreVariance();

    /** {@return a law whose mean lies some standard deviations higher} */
    Law shifted(double deviations) {
        Law law = law();
        double shift = deviations * deviation;
        return (z, random) -> law.of(z, random) + shift;
    }

    /** {@return the name in cells} */
    String word() {
        return word;
    }

    /** {@return the name in tables} */
    String title() {
        return title;
    }

    /** {@return the standard deviation of unchanged values} */
    double deviation() {
        return deviation;
    }

    private static double student(double z, SplittableRandom random) {
        double other = random.nextGaussian();
        // a chi-square number with 3 degrees of freedom
        return z / Math.sqrt((other * other + 2 * random.nextExponential()) / 3);
    }

    /** A lognormal law with the mean of {@code exp(z)} and another variance. */
    private static Law sameMean(double variance) {
        double logVariance = Math.log1p(variance / Math.E);
        double logMean = (1 - logVariance) / 2;
        double logDeviation = Math.sqrt(logVariance);
        return (z, random) -> Math.exp(logMean + logDeviation * z);
    }

    private static Law amount(Law positive) {
        return (z, random) -> z < Amount.QUANTILE ? 0 : positive.draw(random);
    }

    private static final class Amount {
        private static final double SHARE = 0.3;
        private static final double QUANTILE = 0.5244005127080407; // 70 % of standard normal numbers are below
        private static final double MEAN = Math.sqrt(Math.E);
        private static final double VARIANCE = SHARE * Math.E * Math.E - SHARE * SHARE * Math.E;
    }

    private static final class Counts {
        private static final double MEAN = 1.5;
        private static final double VARIANCE = MEAN + MEAN * MEAN;
    }
}

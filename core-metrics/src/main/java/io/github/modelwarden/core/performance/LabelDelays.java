package io.github.modelwarden.core.performance;

import java.util.Arrays;

/**
 * The distribution of the time that labels take, from labels that have arrived by now. Of recent predictions only the
 * quick labels have, so plain frequencies would make labels look quicker than they are. The reverse hazard takes care
 * of that: among labels of predictions that are older than d, the share that took a delay in the bin ending at d, of
 * those that took at most d, is not affected by what is still to come; {@code F(d−) = F(d)·(1 − share)}, from {@code F
 * = 1} at the longest delay that the oldest prediction could show.
 *
 * @see <a href="https://doi.org/10.1093/biomet/75.3.515">Lagakos et al. 1988, doi:10.1093/biomet/75.3.515</a>
 */
final class LabelDelays {

    /** Bins end at 1 s, √2 s, 2 s, …; the last one after 34 years. */
    static final int BINS = 62;

    private final double[] cumulative;
    private final int last;

    private final long labels;

    private LabelDelays(double[] cumulative, int last, long labels) {
        this.cumulative = cumulative;
        this.last = last;
        this.labels = labels;
    }

    static int bin(double seconds) {
        if (!(seconds > 1)) {
            return 0;
        }
        int bin = (int) Math.ceil(2 * Math.log(seconds) / Math.log(2) - 1e-9);
        return Math.min(bin, BINS - 1);
    }

    static double end(int bin) {
        return Math.pow(2, bin / 2.0);
    }

    /** Delays that have been seen, by the age of the predictions. */
    static final class Seen {
        private final long[] inBin = new long[BINS];
        private final long[] upTo = new long[BINS];
        private long labels;

        /**
         * Adds predictions of one age.
         *
         * @param ageSeconds how long ago the last of them may have been made
         * @param delays how many of their labels took a delay of each bin; not changed
         */
        void add(double ageSeconds, long[] delays) {
            labels += Arrays.stream(delays).sum();
            long sum = 0;
            for (int bin = 0; bin < BINS && end(bin) <= ageSeconds; bin++) {
                sum += delays[bin];
                inBin[bin] += delays[bin];
                upTo[bin] += sum;
            }
        }

        LabelDelays distribution() {
            int last = BINS - 1;
            while (last >= 0 && upTo[last] == 0) {
                last--;
            }
            double[] cumulative = new double[BINS];
            Arrays.fill(cumulative, 1);
            for (int bin = last; bin > 0; bin--) {
                double share = upTo[bin] == 0 ? 0 : (double) inBin[bin] / upTo[bin];
                cumulative[bin - 1] = cumulative[bin] * (1 - share);
            }
            return new LabelDelays(cumulative, last, labels);
        }
    }

    /** {@return whether delays could be seen, of so many labels at least} */
    boolean known(long minimum) {
        return last >= 0 && labels >= minimum;
    }

    /** {@return the longest delay that the data could show} */
    double horizonSeconds() {
        return end(Math.max(0, last));
    }

    /** {@return the share of labels that take at most so long, of those that take at most the horizon} */
    double share(double seconds) {
        if (seconds <= 0) {
            return 0;
        }
        int bin = bin(seconds);
        if (bin > last) {
            return 1;
        }
        double start = bin == 0 ? 0 : end(bin - 1);
        double below = bin == 0 ? 0 : cumulative[bin - 1];
        return below + (cumulative[bin] - below) * (seconds - start) / (end(bin) - start);
    }
}

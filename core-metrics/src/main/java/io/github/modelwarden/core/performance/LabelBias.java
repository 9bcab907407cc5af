package io.github.modelwarden.core.performance;

import io.github.modelwarden.core.profile.Moments;

/**
 * Compares the mean score of predictions that have a label with that of the others, by Welch's statistic {@code z = (x̄
 * − ȳ) / √(s²ₓ/n + s²ᵧ/m)} and in standard deviations, {@code (x̄ − ȳ) / √((s²ₓ + s²ᵧ)/2)}.
 *
 * @param shift the difference in standard deviations
 * @param z the difference in standard errors
 */
record LabelBias(double shift, double z) {

    /** Fewer predictions than this on either side are not compared. */
    static final long MINIMUM = 30;

    static boolean comparable(Moments all, Moments labeled) {
        return labeled.count() >= MINIMUM && all.count() - labeled.count() >= MINIMUM;
    }

    static LabelBias of(Moments all, Moments labeled) {
        double n = labeled.count();
        double m = all.count() - n;
        double others = (all.mean() * all.count() - labeled.mean() * n) / m;
        double difference = labeled.mean() - others;
        double squares = all.variance() * (all.count() - 1.0)
                - labeled.variance() * (n - 1)
                - difference * difference * n * m / (n + m);
        double otherVariance = Math.max(0, squares) / (m - 1);
        double spread = Math.sqrt((labeled.variance() + otherVariance) / 2);
        double error = Math.sqrt(labeled.variance() / n + otherVariance / m);
        return difference == 0 ? new LabelBias(0, 0) : new LabelBias(difference / spread, difference / error);
    }

    boolean matters(WindowPolicy policy) {
        return Math.abs(shift) > policy.minimumShift() && Math.abs(z) > Quantiles.reach(1 - policy.alpha());
    }
}

package io.github.modelwarden.drift.report;

import io.github.modelwarden.core.binning.Binning;
import io.github.modelwarden.core.binning.NumericBinning;
import io.github.modelwarden.core.profile.FeatureProfile;
import io.github.modelwarden.drift.DriftResult;
import io.github.modelwarden.drift.TestStatistic;
import io.github.modelwarden.drift.statistic.BinnedWasserstein;
import io.github.modelwarden.drift.statistic.ChiSquareHomogeneity;
import io.github.modelwarden.drift.statistic.JensenShannon;
import io.github.modelwarden.drift.statistic.KolmogorovSmirnov;
import io.github.modelwarden.drift.statistic.PopulationStabilityIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Everything measured between the reference and the current profile of one feature. */
record FeatureComparison(
        FeatureProfile reference, FeatureProfile current, List<TestStatistic> tests, List<BinShare> bins) {

    private static final int MINIMUM_SAMPLE = 20;
    private static final long EXACT_PRODUCT = 1_000_000;

    static FeatureComparison of(FeatureProfile reference, FeatureProfile current, double[] then, double[] now) {
        if (!reference.binning().equals(current.binning())) {
            throw new IllegalArgumentException("feature '" + reference.feature()
                    + "': the current profile was counted over other bins than the baseline's; start it from"
                    + " Baseline.emptyProfile()");
        }
        List<TestStatistic> tests = new ArrayList<>();
        long[] r = reference.counts();
        long[] c = current.counts();
        if (reference.total() > 0 && current.total() > 0) {
            tests.add(PopulationStabilityIndex.withDefaults().test(r, c));
            if (reference.binning() instanceof NumericBinning numeric) {
                addNumeric(tests, reference, current, numeric);
                if (then.length >= MINIMUM_SAMPLE && present(now) >= MINIMUM_SAMPLE) {
                    tests.add(1, kolmogorovSmirnov(then.length, now.length).test(then, now));
                }
            } else {
                tests.add(ChiSquareHomogeneity.withDefaults().test(r, c));
            }
            tests.add(JensenShannon.divergence(r, c));
        }
        return new FeatureComparison(reference, current, tests, shares(reference.binning(), r, c));
    }

    private static void addNumeric(
            List<TestStatistic> tests, FeatureProfile reference, FeatureProfile current, NumericBinning numeric) {
        double deviation = reference.moments().standardDeviation();
        long[] r = Arrays.copyOf(reference.counts(), numeric.size() - 1);
        long[] c = Arrays.copyOf(current.counts(), numeric.size() - 1);
        if (r.length >= 2 && deviation > 0 && current.moments().count() > 0) {
            double[] typical = numeric.representatives();
            double[] spacings = new double[typical.length - 1];
            for (int i = 0; i < spacings.length; i++) {
                spacings[i] = (typical[i + 1] - typical[i]) / deviation;
            }
            tests.add(BinnedWasserstein.distance(r, c, spacings));
        }
    }

    /** Above a thousand rows on both sides the exact p-value costs more than all the rest of a report and tells no more. */
    private static KolmogorovSmirnov kolmogorovSmirnov(long then, long now) {
        KolmogorovSmirnov test = KolmogorovSmirnov.withDefaults();
        return then * now > EXACT_PRODUCT ? test.withAsymptoticPValue() : test;
    }

    private static long present(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
    }

    private static List<BinShare> shares(Binning binning, long[] reference, long[] current) {
        double n = Math.max(1, Arrays.stream(reference).sum());
        double m = Math.max(1, Arrays.stream(current).sum());
        List<BinShare> shares = new ArrayList<>();
        List<String> descriptions = binning.descriptions();
        for (int i = 0; i < reference.length; i++) {
            shares.add(new BinShare(binning.ids().get(i), descriptions.get(i), reference[i] / n, current[i] / m));
        }
        return shares;
    }

    TestStatistic deciding() {
        return tests.get(0);
    }

    long referenceRows() {
        return reference.total();
    }

    long currentRows() {
        return current.total();
    }

    int usedBins() {
        long[] r = reference.counts();
        long[] c = current.counts();
        int used = 0;
        for (int i = 0; i < r.length; i++) {
            used += r[i] + c[i] > 0 ? 1 : 0;
        }
        return used;
    }

    FeatureDrift toDrift(DriftResult result, OptionalDouble adjustedPValue) {
        return new FeatureDrift(
                reference.feature(), reference.binning().type(), result, adjustedPValue, tests, bins, sentence(result));
    }

    private String sentence(DriftResult result) {
        if (result instanceof DriftResult.Inconclusive inconclusive) {
            return reference.feature() + ": " + inconclusive.reason() + ".";
        }
        BinShare mover = bins.stream()
                .max(Comparator.comparingDouble(bin -> Math.abs(bin.change())))
                .orElseThrow();
        String change = String.format(
                Locale.ROOT,
                "the share of \"%s\" went from %.1f %% to %.1f %%",
                mover.description(),
                100 * mover.referenceRatio(),
                100 * mover.currentRatio());
        if (result instanceof DriftResult.Drifted) {
            return reference.feature() + " drifted; the largest move: " + change + meanChange() + ".";
        }
        return reference.feature() + " is stable; the largest move, within noise or too small to matter: " + change
                + ".";
    }

    private String meanChange() {
        if (reference.moments().count() == 0 || current.moments().count() == 0) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                ", and the mean from %.4g to %.4g",
                reference.moments().mean(),
                current.moments().mean());
    }
}

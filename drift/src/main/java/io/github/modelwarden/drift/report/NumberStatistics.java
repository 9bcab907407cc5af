package io.github.modelwarden.drift.report;

import io.github.modelwarden.core.binning.NumericBinning;
import io.github.modelwarden.core.profile.FeatureProfile;
import io.github.modelwarden.drift.TestStatistic;
import io.github.modelwarden.drift.statistic.BinnedWasserstein;
import io.github.modelwarden.drift.statistic.KolmogorovSmirnov;
import io.github.modelwarden.drift.statistic.SortedValues;
import io.github.modelwarden.drift.statistic.WassersteinOne;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The statistics of a number that stand beside the deciding one, and its shape: exact where both profiles kept their
 * values, over the fine cells of the reference otherwise.
 */
final class NumberStatistics {

    private static final int MINIMUM_SAMPLE = 20;
    private static final long EXACT_PRODUCT = 1_000_000;
    private static final int BARS = 40;
    private static final double TAIL = 0.005;

    private final FeatureProfile reference;
    private final FeatureProfile current;
    private final NumericBinning binning;

    NumberStatistics(FeatureProfile reference, FeatureProfile current) {
        this.reference = reference;
        this.current = current;
        this.binning = (NumericBinning) reference.binning();
    }

    List<TestStatistic> tests() {
        Optional<double[]> then = reference.values().map(SortedValues::of);
        Optional<double[]> now = then.isEmpty() ? then : current.values().map(SortedValues::of);
        boolean exact = then.isPresent() && now.isPresent();
        List<TestStatistic> tests = new ArrayList<>();
        long n = reference.total() - reference.missing();
        long m = current.total() - current.missing();
        if (n >= MINIMUM_SAMPLE && m >= MINIMUM_SAMPLE) {
            KolmogorovSmirnov ks = KolmogorovSmirnov.withDefaults();
            // with more rows the exact p-value costs more than all the rest of a report and tells no more
            ks = n * m > EXACT_PRODUCT ? ks.withAsymptoticPValue() : ks;
            tests.add(
                    exact
                            ? ks.testSorted(then.orElseThrow(), now.orElseThrow())
                            : ks.test(reference.cellCounts(), current.cellCounts()));
        }
        if (n > 1 && m > 0 && reference.moments().standardDeviation() > 0) {
            if (exact) {
                tests.add(WassersteinOne.withDefaults()
                        .withReferenceDeviations()
                        .testSorted(then.orElseThrow(), now.orElseThrow()));
            } else {
                wasserstein().ifPresent(tests::add);
            }
        }
        return tests;
    }

    private Optional<TestStatistic> wasserstein() {
        double[] typical = typicalValues();
        double deviation = reference.moments().standardDeviation();
        double[] spacings = new double[typical.length - 1];
        for (int i = 0; i < spacings.length; i++) {
            spacings[i] = Math.max(0, typical[i + 1] - typical[i]) / deviation;
        }
        return typical.length < 2
                ? Optional.empty()
                : Optional.of(BinnedWasserstein.distance(reference.cellCounts(), current.cellCounts(), spacings));
    }

    /** The mean of all values of a cell, then and now; of an empty cell its edge. */
    private double[] typicalValues() {
        long[] r = reference.cellCounts();
        long[] c = current.cellCounts();
        double[] sumsThen = reference.cellSums();
        double[] sumsNow = current.cellSums();
        double[] typical = new double[r.length];
        for (int i = 0; i < typical.length; i++) {
            long count = r[i] + c[i];
            typical[i] = count == 0 ? binning.cellAnchor(i) : sumsThen[i] / count + sumsNow[i] / count;
        }
        return typical;
    }

    /** The reference as a distribution; empty without values. */
    Optional<CellDistribution> distribution() {
        return distribution(reference);
    }

    private Optional<CellDistribution> distribution(FeatureProfile profile) {
        double min = profile.moments().min();
        return Double.isNaN(min)
                ? Optional.empty()
                : Optional.of(CellDistribution.of(
                        binning.cellEdges(),
                        profile.cellCounts(),
                        min,
                        profile.moments().max()));
    }

    /** A number with few values is seen better in its bins. */
    Optional<Density> density() {
        Optional<CellDistribution> before = distribution(reference);
        Optional<CellDistribution> after = distribution(current);
        if (before.isEmpty() || after.isEmpty() || usedCells() <= binning.size()) {
            return Optional.empty();
        }
        double smallest = Math.min(reference.moments().min(), current.moments().min());
        double from = Math.max(
                smallest, Math.min(before.get().quantile(TAIL), after.get().quantile(TAIL)));
        double to = Math.max(before.get().quantile(1 - TAIL), after.get().quantile(1 - TAIL));
        double width = (to - from) / BARS;
        if (!(width > 0) || !Double.isFinite(width)) {
            return Optional.empty();
        }
        return Optional.of(new Density(from, to, bars(before.get(), from, width), bars(after.get(), from, width)));
    }

    private long usedCells() {
        return Arrays.stream(reference.cellCounts()).filter(count -> count > 0).count();
    }

    private static List<Double> bars(CellDistribution distribution, double from, double width) {
        List<Double> bars = new ArrayList<>();
        for (int bar = 0; bar < BARS; bar++) {
            // the first bar includes its lower end
            double below =
                    bar == 0 ? distribution.cumulated(Math.nextDown(from)) : distribution.cumulated(from + bar * width);
            bars.add(Math.max(0, distribution.cumulated(from + (bar + 1) * width) - below));
        }
        return bars;
    }

    /** The smallest shift that gives an index; empty if none within the reference range does. */
    OptionalDouble shift(double psi) {
        double width = reference.moments().max() - reference.moments().min();
        Optional<CellDistribution> distribution = distribution();
        return distribution.isEmpty() || !(width > 0) || !Double.isFinite(width)
                ? OptionalDouble.empty()
                : Sensitivity.shift(
                        distribution.get(), reference.total() - reference.missing(), binning.edges(), psi, width);
    }
}

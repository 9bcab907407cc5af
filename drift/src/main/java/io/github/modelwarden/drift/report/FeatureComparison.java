package io.github.modelwarden.drift.report;

import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.profile.DistinctCount;
import io.github.modelwarden.core.profile.FeatureProfile;
import io.github.modelwarden.drift.DriftResult;
import io.github.modelwarden.drift.TestStatistic;
import io.github.modelwarden.drift.power.PowerAnalysis;
import io.github.modelwarden.drift.statistic.ChiSquareHomogeneity;
import io.github.modelwarden.drift.statistic.JensenShannon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Everything measured between the reference and the current profile of one feature. */
final class FeatureComparison {

    private final FeatureProfile reference;
    private final FeatureProfile current;
    private final ComparedBins bins;
    private final Optional<NumberStatistics> numbers;
    private final List<TestStatistic> tests;

    private FeatureComparison(FeatureProfile reference, FeatureProfile current) {
        this.reference = reference;
        this.current = current;
        this.bins = ComparedBins.of(reference, current);
        this.numbers = reference.binning().type() == FeatureType.NUMERIC
                ? Optional.of(new NumberStatistics(reference, current))
                : Optional.empty();
        this.tests = reference.total() > 0 && current.total() > 0 ? measure() : List.of();
    }

    static FeatureComparison of(FeatureProfile reference, FeatureProfile current) {
        if (!reference.binning().equals(current.binning())) {
            throw new IllegalArgumentException("feature '" + reference.feature()
                    + "': the current profile was counted over other bins than the baseline's; start it from"
                    + " Baseline.emptyProfile()");
        }
        return new FeatureComparison(reference, current);
    }

    private List<TestStatistic> measure() {
        List<TestStatistic> measured = new ArrayList<>();
        SparseBins groups = bins.groups();
        if (comparable()) {
            measured.add(DecidingTest.of(reference.binning().type(), groups));
        }
        if (numbers.isPresent()) {
            measured.addAll(numbers.get().tests());
        } else if (comparable()) {
            measured.add(ChiSquareHomogeneity.withDefaults()
                    .withMatchedMoments()
                    .test(groups.reference(), groups.current()));
        }
        measured.add(jensenShannon(groups));
        return measured;
    }

    /**
     * The distance over all bins. That of categories has the p-value of the groups: the reference chose which categories
     * have a bin, so that over all of them any later sample looks changed.
     */
    private TestStatistic jensenShannon(SparseBins groups) {
        TestStatistic all = JensenShannon.withDefaults().test(bins.reference(), bins.current());
        if (numbers.isPresent()) {
            return all;
        }
        OptionalDouble pValue = !comparable()
                ? OptionalDouble.empty()
                : JensenShannon.withDefaults()
                        .test(groups.reference(), groups.current())
                        .pValue();
        return new TestStatistic(
                all.name(), all.value(), pValue, all.effect(), all.referenceCount(), all.currentCount());
    }

    TestStatistic deciding() {
        return tests.get(0);
    }

    String feature() {
        return reference.feature();
    }

    long referenceRows() {
        return reference.total();
    }

    long currentRows() {
        return current.total();
    }

    private int groups() {
        return bins.groups().size();
    }

    /** Whether there are two groups to compare, and one of them has enough rows. */
    boolean comparable() {
        return bins.groups().filled() > 0 && groups() > 1;
    }

    /** Why there is nothing to compare. */
    String whyNotComparable() {
        if (reference.missing() == reference.total() && current.missing() == current.total()) {
            return "every value is missing, then and now, so there is nothing to compare";
        }
        DistinctCount distinct =
                reference.distinct().count() >= current.distinct().count() ? reference.distinct() : current.distinct();
        return numbers.isEmpty() && distinct.count() > 1
                ? (distinct.isExact() ? "" : "about ") + distinct.count()
                        + " different categories, none of them with enough rows to be compared, as in a column of"
                        + " identifiers; leave it out, group its values, or build the reference from more rows"
                : "every row, then and now, falls into the same bin, so there is nothing to compare";
    }

    /** A feature whose data is known to be wrong: numbers made of it would be wrong too. */
    FeatureDrift withoutEvidence(DriftResult.Inconclusive result) {
        return new FeatureDrift(
                reference.feature(),
                reference.binning().type(),
                result,
                OptionalDouble.empty(),
                Evidence.NONE,
                FeatureSentence.of(reference.feature(), result, Evidence.NONE));
    }

    FeatureDrift toDrift(DriftResult result, OptionalDouble adjustedPValue, PowerAnalysis power) {
        Optional<DetectableChange> detectable =
                result instanceof DriftResult.Inconclusive ? Optional.empty() : Optional.of(detectable(power));
        Evidence evidence = new Evidence(
                tests,
                bins.shares(),
                FeatureSummary.of(reference),
                FeatureSummary.of(current),
                numbers.flatMap(NumberStatistics::density),
                detectable,
                outputEffect());
        return new FeatureDrift(
                reference.feature(),
                reference.binning().type(),
                result,
                adjustedPValue,
                evidence,
                FeatureSentence.of(reference.feature(), result, evidence));
    }

    private DetectableChange detectable(PowerAnalysis power) {
        double psi = power.detectablePsi(groups(), referenceRows(), currentRows());
        OptionalDouble shift = numbers.isPresent() ? numbers.get().shift(psi) : OptionalDouble.empty();
        double deviation = reference.moments().standardDeviation();
        return new DetectableChange(
                power.power(),
                power.alpha(),
                psi,
                shift,
                shift.isPresent() && deviation > 0
                        ? OptionalDouble.of(shift.getAsDouble() / deviation)
                        : OptionalDouble.empty(),
                numbers.isPresent() ? OptionalDouble.empty() : Sensitivity.sharePoints(referenceShares(), psi),
                power.currentRowsNeeded(DetectableChange.MODERATE, groups(), referenceRows()));
    }

    private double[] referenceShares() {
        double rows = referenceRows();
        return Arrays.stream(bins.groups().reference())
                .mapToDouble(count -> count / rows)
                .toArray();
    }

    /** Bins in which the reference has no score say nothing: their rows are taken to score like the mean of all. */
    private OptionalDouble outputEffect() {
        double[] sums = reference.scoreSums();
        long[] scored = reference.scoredCounts();
        long[] then = reference.counts();
        long[] now = current.counts();
        double all = Arrays.stream(scored).sum();
        if (all == 0 || currentRows() == 0) {
            return OptionalDouble.empty();
        }
        double mean = Arrays.stream(sums).sum() / all;
        double effect = 0;
        for (int bin = 0; bin < then.length; bin++) {
            if (scored[bin] > 0) {
                double moved = (double) now[bin] / currentRows() - (double) then[bin] / referenceRows();
                effect += moved * (sums[bin] / scored[bin] - mean);
            }
        }
        return Double.isFinite(effect) ? OptionalDouble.of(effect) : OptionalDouble.empty();
    }
}

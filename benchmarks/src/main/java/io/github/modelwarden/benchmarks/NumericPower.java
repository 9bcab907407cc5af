package io.github.modelwarden.benchmarks;

import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.core.profile.Baseline;
import io.github.modelwarden.core.profile.DatasetProfile;
import io.github.modelwarden.drift.report.DetectableChange;
import io.github.modelwarden.drift.report.ModelDriftTest;
import io.github.modelwarden.drift.statistic.KolmogorovSmirnov;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/** How often changes of a numeric feature are found, and whether the change that a report calls detectable is. */
final class NumericPower implements Experiment {

    /** The shifts of the mean, in standard deviations. */
    static final List<Double> SHIFTS = List.of(0.1, 0.2, 0.3, 0.5);

    static final String MORE_VARIANCE = "variance";

    private static final String FEATURE = "x";

    private final Distribution distribution;
    private final Law unchanged;
    private final Map<String, Law> changes;
    private final double[] reference;
    private final double[] current;

    NumericPower(Distribution distribution, Sizes sizes) {
        this.distribution = distribution;
        this.unchanged = distribution.law();
        this.changes = changes(distribution);
        this.reference = new double[sizes.reference()];
        this.current = new double[sizes.current()];
    }

    /** {@return the laws that current rows are drawn from, by the names of the changes} */
    static Map<String, Law> changes(Distribution distribution) {
        Map<String, Law> changes = new LinkedHashMap<>();
        SHIFTS.forEach(shift -> changes.put(shiftOf(shift), distribution.shifted(shift)));
        changes.put(MORE_VARIANCE, distribution.withMoreVariance());
        Law law = distribution.law();
        for (double share : Power.SHARES) {
            changes.put(
                    Power.missing(share), (z, random) -> random.nextDouble() < share ? Double.NaN : law.draw(random));
        }
        return changes;
    }

    static String shiftOf(double deviations) {
        return "shift-" + deviations;
    }

    @Override
    public void run(SplittableRandom random, Outcomes outcomes) {
        unchanged.fill(reference, random);
        Baseline baseline = Baseline.of(table(reference), Baseline.DEFAULT_BINS);
        double[] sorted = reference.clone();
        Arrays.sort(sorted);
        changes.forEach((name, law) -> {
            law.fill(current, random);
            DatasetProfile profile = profile(baseline);
            Power.count(baseline, profile, name, outcomes);
            Tests.reject(
                    Power.kolmogorovSmirnov(name),
                    KolmogorovSmirnov.withDefaults().withAsymptoticPValue().test(sorted, current),
                    outcomes);
        });
        for (ModelDriftTest test : Power.TESTS) {
            detectable(test, baseline, random, outcomes);
        }
    }

    /** Asks a report on unchanged rows for the smallest change it would have found, and makes that change. */
    private void detectable(ModelDriftTest test, Baseline baseline, SplittableRandom random, Outcomes outcomes) {
        unchanged.fill(current, random);
        OptionalDouble stated = Power.detectable(test, baseline, profile(baseline))
                .map(DetectableChange::shift)
                .orElse(OptionalDouble.empty());
        outcomes.count(Power.stated(test), stated.isPresent());
        if (stated.isEmpty()) {
            return;
        }
        double shift = stated.getAsDouble();
        outcomes.add(Power.size(test), Math.round(Power.UNIT * shift / distribution.deviation()), Power.UNIT);
        moved(test, "up", (z, any) -> unchanged.draw(any) + shift, new Trial(baseline, random, outcomes));
        moved(test, "down", (z, any) -> unchanged.draw(any) - shift, new Trial(baseline, random, outcomes));
        // what a shift means for counts and amounts: more of them, while zeros stay zeros
        Law larger = distribution.shifted(shift / distribution.deviation());
        moved(test, "mean", larger, new Trial(baseline, random, outcomes));
    }

    private record Trial(Baseline baseline, SplittableRandom random, Outcomes outcomes) {}

    private void moved(ModelDriftTest test, String how, Law law, Trial trial) {
        law.fill(current, trial.random());
        boolean found = Power.drifted(test, trial.baseline(), profile(trial.baseline()));
        trial.outcomes().count(Power.found(test, how), found);
    }

    private DatasetProfile profile(Baseline baseline) {
        DatasetProfile profile = baseline.emptyProfile();
        profile.accept(table(current));
        return profile;
    }

    private static Table table(double[] values) {
        return Table.of(List.of(NumericColumn.adopt(FEATURE, values)));
    }
}

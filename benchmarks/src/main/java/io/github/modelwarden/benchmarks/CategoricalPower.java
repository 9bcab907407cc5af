package io.github.modelwarden.benchmarks;

import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.profile.Baseline;
import io.github.modelwarden.core.profile.DatasetProfile;
import io.github.modelwarden.drift.report.DetectableChange;
import io.github.modelwarden.drift.report.ModelDriftTest;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/** How often changes of a categorical feature are found, and whether the change that a report calls detectable is. */
final class CategoricalPower implements Experiment {

    private final Categories categories;
    private final List<String> names;
    private final DiscreteLaw law;
    private final int[] reference;
    private final int[] current;

    CategoricalPower(Categories categories, Sizes sizes) {
        this.categories = categories;
        this.names = new ArrayList<>(categories.names());
        this.law = categories.law();
        this.reference = new int[sizes.reference()];
        this.current = new int[sizes.current()];
        names.add("new");
    }

    @Override
    public void run(SplittableRandom random, Outcomes outcomes) {
        law.fill(reference, random);
        Baseline baseline = categories.baseline(column(reference));
        for (double share : Power.SHARES) {
            Power.count(
                    baseline,
                    changed(baseline, share, CategoricalColumn.MISSING, random),
                    Power.missing(share),
                    outcomes);
            int added = names.size() - 1;
            Power.count(baseline, changed(baseline, share, added, random), Power.newCategory(share), outcomes);
        }
        for (ModelDriftTest test : Power.TESTS) {
            detectable(test, baseline, random, outcomes);
        }
    }

    /** Asks a report on unchanged rows for the smallest change it would have found, and makes that change. */
    private void detectable(ModelDriftTest test, Baseline baseline, SplittableRandom random, Outcomes outcomes) {
        OptionalDouble move = Power.detectable(test, baseline, changed(baseline, 0, 0, random))
                .map(DetectableChange::sharePoints)
                .orElse(OptionalDouble.empty());
        outcomes.count(Power.stated(test), move.isPresent());
        if (move.isPresent()) {
            outcomes.add(Power.size(test), Math.round(Power.UNIT * move.getAsDouble()), Power.UNIT);
            // the most frequent category is the first; moving it onto itself changes nothing
            double others = 1 - shareOfFirst(baseline);
            DatasetProfile moved = changed(baseline, move.getAsDouble() / others, 0, random);
            outcomes.count(Power.found(test, "up"), Power.drifted(test, baseline, moved));
        }
    }

    private static double shareOfFirst(Baseline baseline) {
        long[] counts = baseline.profile().features().get(0).counts();
        return (double) counts[0] / baseline.rows();
    }

    /** New rows, a share of which is given another code, whatever their own. */
    private DatasetProfile changed(Baseline baseline, double share, int code, SplittableRandom random) {
        law.fill(current, random);
        for (int row = 0; row < current.length; row++) {
            current[row] = random.nextDouble() < share ? code : current[row];
        }
        return categories.profile(baseline, column(current));
    }

    private CategoricalColumn column(int[] codes) {
        return CategoricalColumn.ofCodes(Categories.FEATURE, codes, names);
    }
}

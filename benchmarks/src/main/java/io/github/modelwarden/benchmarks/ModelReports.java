package io.github.modelwarden.benchmarks;

import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.core.profile.Baseline;
import io.github.modelwarden.core.profile.DatasetProfile;
import io.github.modelwarden.drift.correction.Correction;
import io.github.modelwarden.drift.report.DriftReport;
import io.github.modelwarden.drift.report.FeatureDrift;
import io.github.modelwarden.drift.report.ModelDriftTest;
import java.util.List;
import java.util.SplittableRandom;

/** Whole reports of a model of which nothing has changed: how often any feature is called drifted. */
final class ModelReports implements Experiment {

    static final int FEATURES = 20;

    static final List<Correction> CORRECTIONS =
            List.of(Correction.HOLM, Correction.BENJAMINI_HOCHBERG, Correction.BENJAMINI_YEKUTIELI);

    /** How many features could be judged. */
    static final String JUDGED = "judged";

    private static final double DEFAULT_EFFECT = ModelDriftTest.withDefaults().minimumEffect();

    private final MixedTable source;
    private final Sizes sizes;

    ModelReports(boolean correlated, Sizes sizes) {
        this.source = new MixedTable(FEATURES, correlated);
        this.sizes = sizes;
    }

    /** {@return the outcome of a correction, with or without the default minimum effect} */
    static String name(Correction correction, boolean withEffect) {
        return correction.word() + (withEffect ? "-with-effect" : "");
    }

    @Override
    public void run(SplittableRandom random, Outcomes outcomes) {
        Table then = source.draw(sizes.reference(), random);
        Baseline baseline = Baseline.of(then, Baseline.DEFAULT_BINS);
        DatasetProfile profile = baseline.emptyProfile();
        profile.accept(source.draw(sizes.current(), random));
        for (Correction correction : CORRECTIONS) {
            DriftReport report = ModelDriftTest.withDefaults()
                    .withCorrection(correction)
                    .withMinimumEffect(0)
                    .test(baseline, profile);
            outcomes.count(name(correction, false), report.verdict().equals("drifted"));
            // a minimum effect takes nothing but verdicts below it away
            outcomes.count(name(correction, true), report.features().stream().anyMatch(ModelReports::isLarge));
            if (correction == Correction.HOLM) {
                long judged = report.features().stream()
                        .filter(feature -> !feature.inconclusive())
                        .count();
                outcomes.add(JUDGED, judged, 1);
            }
        }
    }

    private static boolean isLarge(FeatureDrift feature) {
        return feature.drifted() && feature.deciding().orElseThrow().effect() >= DEFAULT_EFFECT;
    }
}

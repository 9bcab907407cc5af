package io.github.modelwarden.benchmarks;

import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.profile.Baseline;
import io.github.modelwarden.drift.report.FeatureDrift;
import io.github.modelwarden.drift.statistic.ChiSquareHomogeneity;
import java.util.List;
import java.util.SplittableRandom;

/** All tests of one categorical feature on the same rows, none of which has changed. */
final class CategoricalTests implements Experiment {

    /** Chi-square over the groups that the report compares. */
    static final String CHI_SQUARE = "chi-square";

    /** Chi-square over all categories, however rare. */
    static final String CHI_SQUARE_ALL = "chi-square-all";

    /** The same with matched moments. */
    static final String MATCHED = "matched-all";

    private final Categories categories;
    private final List<String> names;
    private final DiscreteLaw law;
    private final int[] reference;
    private final int[] current;

    CategoricalTests(Categories categories, Sizes sizes) {
        this.categories = categories;
        this.names = categories.names();
        this.law = categories.law();
        this.reference = new int[sizes.reference()];
        this.current = new int[sizes.current()];
    }

    @Override
    public void run(SplittableRandom random, Outcomes outcomes) {
        law.fill(reference, random);
        law.fill(current, random);
        all(outcomes);
        // the columns take the arrays over and may recode them, until the next run draws anew
        FeatureDrift feature = compare(column(reference), column(current));
        Tests.count(feature, "", outcomes);
        Tests.find(feature, ChiSquareHomogeneity.NAME).ifPresent(test -> Tests.reject(CHI_SQUARE, test, outcomes));
    }

    private void all(Outcomes outcomes) {
        long[] then = counts(reference);
        long[] now = counts(current);
        ChiSquareHomogeneity test = ChiSquareHomogeneity.withDefaults();
        Tests.reject(CHI_SQUARE_ALL, test.test(then, now), outcomes);
        Tests.reject(MATCHED, test.withMatchedMoments().test(then, now), outcomes);
        Tests.hellinger("", then, now, outcomes);
    }

    private long[] counts(int[] codes) {
        long[] counts = new long[names.size()];
        for (int code : codes) {
            counts[code]++;
        }
        return counts;
    }

    private CategoricalColumn column(int[] codes) {
        return CategoricalColumn.ofCodes(Categories.FEATURE, codes, names);
    }

    private FeatureDrift compare(CategoricalColumn then, CategoricalColumn now) {
        Baseline baseline = categories.baseline(then);
        return Tests.ALONE
                .test(baseline, categories.profile(baseline, now))
                .features()
                .get(0);
    }
}

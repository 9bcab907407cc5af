package io.github.modelwarden.benchmarks;

import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.core.profile.Baseline;
import io.github.modelwarden.core.profile.DatasetProfile;
import io.github.modelwarden.drift.report.FeatureDrift;
import io.github.modelwarden.drift.statistic.AndersonDarling;
import io.github.modelwarden.drift.statistic.CramerVonMises;
import io.github.modelwarden.drift.statistic.EnergyDistance;
import io.github.modelwarden.drift.statistic.KolmogorovSmirnov;
import io.github.modelwarden.drift.statistic.MannWhitney;
import io.github.modelwarden.drift.statistic.WassersteinOne;
import io.github.modelwarden.drift.statistic.WelchT;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** All tests of one numeric feature on the same rows, none of which has changed. */
final class NumericTests implements Experiment {

    /** The numbers of bins that verdicts are measured with. */
    static final List<Integer> BINS = List.of(10, 20);

    static final String KS = "ks";
    static final String KS_CELLS = "ks-cells";
    static final String CRAMER_VON_MISES = "cvm";
    static final String ANDERSON_DARLING = "ad";
    static final String MANN_WHITNEY = "mann-whitney";
    static final String WELCH = "welch";
    static final String WASSERSTEIN = "wasserstein";
    static final String ENERGY = "energy";

    /** Permutations take too long with more rows. */
    static final int PERMUTED_ROWS = 2000;

    private static final int PERMUTATIONS = 199;

    /** Where the report leaves the exact p-value for the asymptotic one. */
    private static final long EXACT_PRODUCT = 1_000_000;

    private static final String FEATURE = "x";

    private final Law law;
    private final Sizes sizes;
    private final double[] reference;
    private final double[] current;

    NumericTests(Distribution distribution, Sizes sizes) {
        this.law = distribution.law();
        this.sizes = sizes;
        this.reference = new double[sizes.reference()];
        this.current = new double[sizes.current()];
    }

    /** {@return the end of an outcome's name that tells the number of bins} */
    static String suffix(int bins) {
        return "@" + bins;
    }

    @Override
    public void run(SplittableRandom random, Outcomes outcomes) {
        law.fill(reference, random);
        law.fill(current, random);
        Table then = Table.of(List.of(NumericColumn.adopt(FEATURE, reference)));
        Table now = Table.of(List.of(NumericColumn.adopt(FEATURE, current)));
        for (int bins : BINS) {
            FeatureDrift feature = compare(then, now, bins);
            Tests.count(feature, suffix(bins), outcomes);
            Tests.hellinger(suffix(bins), Tests.reference(feature), Tests.current(feature), outcomes);
            if (bins == Baseline.DEFAULT_BINS) {
                Tests.find(feature, KolmogorovSmirnov.NAME).ifPresent(ks -> Tests.reject(KS_CELLS, ks, outcomes));
            }
        }
        // the tables are not used any more
        Arrays.sort(reference);
        Arrays.sort(current);
        samples(outcomes);
        if (sizes.total() <= PERMUTED_ROWS) {
            permutations(random.nextLong(), outcomes);
        }
    }

    private static FeatureDrift compare(Table then, Table now, int bins) {
        Baseline baseline = Baseline.of(then, bins);
        DatasetProfile profile = baseline.emptyProfile();
        profile.accept(now);
        return Tests.ALONE.test(baseline, profile).features().get(0);
    }

    private void samples(Outcomes outcomes) {
        KolmogorovSmirnov ks = KolmogorovSmirnov.withDefaults();
        ks = (long) reference.length * current.length > EXACT_PRODUCT ? ks.withAsymptoticPValue() : ks;
        Tests.reject(KS, ks.testSorted(reference, current), outcomes);
        Tests.reject(CRAMER_VON_MISES, CramerVonMises.withDefaults().test(reference, current), outcomes);
        Tests.reject(ANDERSON_DARLING, AndersonDarling.withDefaults().test(reference, current), outcomes);
        Tests.reject(MANN_WHITNEY, MannWhitney.withDefaults().test(reference, current), outcomes);
        Tests.reject(WELCH, WelchT.withDefaults().test(reference, current), outcomes);
    }

    private void permutations(long seed, Outcomes outcomes) {
        Tests.reject(
                WASSERSTEIN,
                WassersteinOne.withDefaults()
                        .withPermutations(PERMUTATIONS, seed)
                        .test(reference, current),
                outcomes);
        Tests.reject(
                ENERGY,
                EnergyDistance.withDefaults()
                        .withPermutations(PERMUTATIONS, seed)
                        .test(reference, current),
                outcomes);
    }
}

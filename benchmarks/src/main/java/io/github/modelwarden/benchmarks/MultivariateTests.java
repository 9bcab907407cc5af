package io.github.modelwarden.benchmarks;

import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.drift.multivariate.DomainClassifier;
import io.github.modelwarden.drift.multivariate.MaximumMeanDiscrepancy;
import io.github.modelwarden.drift.multivariate.MultivariateTest;
import io.github.modelwarden.drift.multivariate.PcaReconstruction;
import java.util.List;
import java.util.SplittableRandom;

/** The tests of all features together, on tables of which nothing has changed. */
final class MultivariateTests implements Experiment {

    static final int FEATURES = 10;

    private final MixedTable source = new MixedTable(FEATURES, true);
    private final Sizes sizes;

    MultivariateTests(Sizes sizes) {
        this.sizes = sizes;
    }

    @Override
    public void run(SplittableRandom random, Outcomes outcomes) {
        Table then = source.draw(sizes.reference(), random);
        Table now = source.draw(sizes.current(), random);
        long seed = random.nextLong();
        List<MultivariateTest> tests = List.of(
                MaximumMeanDiscrepancy.withDefaults().withSeed(seed),
                DomainClassifier.withDefaults().withSeed(seed),
                PcaReconstruction.withDefaults().withSeed(seed));
        for (MultivariateTest test : tests) {
            Tests.reject(test.name(), test.test(then, now).statistic(), outcomes);
        }
    }
}

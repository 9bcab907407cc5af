package io.github.modelwarden.core.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.core.MergeLawsContract;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The merge laws of both kinds of regression errors. */
abstract class RegressionContract extends MergeLawsContract<RegressionErrors, RegressionContract.Predicted> {

    record Predicted(double label, double prediction) {}

    abstract RegressionErrors create();

    @Override
    protected RegressionErrors of(List<Predicted> items) {
        RegressionErrors errors = create();
        items.forEach(item -> errors.accept(item.label, item.prediction));
        return errors;
    }

    @Override
    protected Predicted item(Random random) {
        double label = random.nextInt(5) == 0 ? 0 : 40 + 10 * random.nextGaussian();
        return new Predicted(label, random.nextInt(4) == 0 ? label : label + random.nextGaussian() + 0.5);
    }

    @Override
    protected RegressionErrors combine(RegressionErrors a, RegressionErrors b) {
        return a.combine(b);
    }

    @Override
    protected void assertSame(RegressionErrors actual, RegressionErrors expected) {
        assertThat(actual.total()).isEqualTo(expected.total());
        assertThat(actual.zeroLabels()).isEqualTo(expected.zeroLabels());
        for (RegressionMetric metric : RegressionMetric.values()) {
            assertNear(actual.estimate(metric, 0.95), expected.estimate(metric, 0.95), metric.word());
        }
        assertNear(actual.pinballLoss(0.1, 0.9), expected.pinballLoss(0.1, 0.9), "pinball");
    }

    private static void assertNear(Optional<Estimate> actual, Optional<Estimate> expected, String what) {
        assertThat(actual.isPresent()).as(what).isEqualTo(expected.isPresent());
        if (actual.isPresent()) {
            assertNear(actual.get().value(), expected.get().value(), what);
            assertNear(actual.get().lower().orElse(0), expected.get().lower().orElse(0), what + " lower");
            assertNear(actual.get().upper().orElse(0), expected.get().upper().orElse(0), what + " upper");
        }
    }

    private static void assertNear(double actual, double expected, String what) {
        // bounds rest on roots of differences that may cancel
        assertThat(actual).as(what).isCloseTo(expected, within(1e-7 * (1 + Math.abs(expected))));
    }
}

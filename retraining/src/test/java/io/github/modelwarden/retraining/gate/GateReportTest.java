package io.github.modelwarden.retraining.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.modelwarden.retraining.ModelMetric;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GateReportTest {

    private static OptionalDouble number(Random random) {
        return random.nextInt(4) == 0 ? OptionalDouble.empty() : OptionalDouble.of(random.nextGaussian());
    }

    private static GateReport report(Random random, ModelMetric metric, Verdict verdict) {
        return new GateReport(
                metric,
                number(random),
                number(random),
                number(random),
                number(random),
                1 - 0.1 * random.nextDouble(),
                random.nextDouble() * 1e-6,
                random.nextInt(10_000),
                random.nextInt(1_000),
                verdict,
                random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(random.nextInt(1_000_000)),
                "it is: better, 3 rows needed: maybe\nsecond line");
    }

    @Test
    void everyReportSurvivesTheRoundTrip() {
        Random random = new Random(17);
        for (int i = 0; i < 30; i++) {
            for (ModelMetric metric : ModelMetric.values()) {
                for (Verdict verdict : Verdict.values()) {
                    GateReport report = report(random, metric, verdict);
                    assertThat(GateReport.parse(report.toText()))
                            .as(report.toText())
                            .isEqualTo(report);
                }
            }
        }
    }

    @Test
    void theTextIsReadableAndFixed() {
        GateReport report = new GateReport(
                ModelMetric.F1,
                OptionalDouble.of(0.5),
                OptionalDouble.of(0.75),
                OptionalDouble.of(0.125),
                OptionalDouble.empty(),
                0.95,
                0.001,
                900,
                300,
                Verdict.PROMOTE,
                OptionalLong.empty(),
                "better");
        assertThat(report.toText())
                .isEqualTo("promote: f1 champion 0.5, challenger 0.75, difference 0.25, bounds 0.125 to undefined at"
                        + " confidence 0.95, McNemar p 0.001, 900 rows, 300 positive, nothing needed: better");
    }

    @Test
    void aTextOfAnotherFormIsRefused() {
        String good = report(new Random(1), ModelMetric.AUC, Verdict.REJECT).toText();
        for (String bad : new String[] {
            "",
            "missing age: 20 % are missing",
            good.replace(" rows, ", " lines, "),
            good.replace("McNemar p ", "McNemar p ?")
        }) {
            assertThatIllegalArgumentException().as(bad).isThrownBy(() -> GateReport.parse(bad));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GateReport.parse("yes" + good.substring(good.indexOf(':'))))
                .withMessage("verdict 'yes': expected one of [promote, reject, inconclusive]");
    }
}

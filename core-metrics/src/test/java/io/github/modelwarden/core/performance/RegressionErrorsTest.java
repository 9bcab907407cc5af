package io.github.modelwarden.core.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RegressionErrorsTest {

    private static RegressionErrors golden(RegressionErrors errors, String name) {
        return filled(
                errors,
                GoldenVectors.numbers("regression." + name + ".actual"),
                GoldenVectors.numbers("regression." + name + ".predicted"));
    }

    private static RegressionErrors filled(RegressionErrors errors, double[] labels, double[] predictions) {
        for (int i = 0; i < labels.length; i++) {
            errors.accept(labels[i], predictions[i]);
        }
        return errors;
    }

    @Test
    void everyMetricAgreesWithScikitLearn() {
        for (String name : GoldenVectors.names("regression")) {
            String key = "regression." + name;
            RegressionErrors errors = golden(RegressionErrors.keepingErrors(), name);
            for (RegressionMetric metric : RegressionMetric.values()) {
                if (GoldenVectors.has(key + "." + metric.word())) {
                    GoldenVectors.assertValue(errors.value(metric), key + "." + metric.word());
                } else {
                    assertThat(errors.value(metric))
                            .as("%s of %s", metric.word(), name)
                            .isEmpty();
                }
            }
            GoldenVectors.assertValue(errors.finiteR2(), key + ".r2_finite");
            GoldenVectors.assertValue(errors.finiteExplainedVariance(), key + ".explained_variance_finite");
            for (double alpha : new double[] {0.1, 0.5, 0.9}) {
                GoldenVectors.assertValue(
                        OptionalDouble.of(
                                errors.pinballLoss(alpha, 0.95).orElseThrow().value()),
                        key + ".pinball." + alpha);
            }
        }
    }

    @Test
    void constantMemoryCostsOnlyOnePercentOfTheMedian() {
        for (String name : GoldenVectors.names("regression")) {
            RegressionErrors exact = golden(RegressionErrors.keepingErrors(), name);
            RegressionErrors sketched = golden(RegressionErrors.create(), name);
            for (RegressionMetric metric : RegressionMetric.values()) {
                if (metric == RegressionMetric.MEDIAN_AE) {
                    double median = exact.value(metric).orElseThrow();
                    assertThat(sketched.value(metric).orElseThrow())
                            .as(name)
                            .isCloseTo(median, within(0.0101 * median));
                } else {
                    assertThat(sketched.value(metric)).as(name).isEqualTo(exact.value(metric));
                }
            }
        }
    }

    @Test
    void standardErrorsAreThoseOfTheRowsInfluence() {
        Random random = new Random(11);
        int n = 400;
        double[] y = new double[n];
        double[] p = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = 1000 + 5 * random.nextGaussian();
            p[i] = y[i] + 2 + 3 * random.nextGaussian() * (1 + 0.1 * Math.abs(y[i] - 1000));
        }
        RegressionErrors errors = filled(RegressionErrors.create(), y, p);
        double meanY = 0;
        double meanE = 0;
        for (int i = 0; i < n; i++) {
            meanY += y[i] / n;
            meanE += (p[i] - y[i]) / n;
        }
        double spreadY = 0;
        double mse = 0;
        for (int i = 0; i < n; i++) {
            spreadY += (y[i] - meanY) * (y[i] - meanY) / n;
            mse += (p[i] - y[i]) * (p[i] - y[i]) / n;
        }
        double ofMse = 0;
        double ofR2 = 0;
        double ofVariance = 0;
        double spreadE = mse - meanE * meanE;
        for (int i = 0; i < n; i++) {
            double e = p[i] - y[i];
            double d = (y[i] - meanY) * (y[i] - meanY);
            ofMse += Math.pow(e * e - mse, 2) / n;
            ofR2 += Math.pow(e * e - mse / spreadY * d, 2) / n;
            ofVariance += Math.pow((e - meanE) * (e - meanE) - spreadE / spreadY * d, 2) / n;
        }
        double t = Quantiles.reach(0.95, n - 1.0);
        assertThat(logReach(errors, RegressionMetric.MSE) / t).isCloseTo(Math.sqrt(ofMse / n) / mse, within(1e-8));
        assertThat(logReach(errors, RegressionMetric.RMSE) / t).isCloseTo(Math.sqrt(ofMse / n) / mse / 2, within(1e-8));
        assertThat(logReach(errors, RegressionMetric.R2) / t).isCloseTo(Math.sqrt(ofR2 / n) / mse, within(1e-8));
        assertThat(logReach(errors, RegressionMetric.EXPLAINED_VARIANCE) / t)
                .isCloseTo(Math.sqrt(ofVariance / n) / spreadE, within(1e-8));
    }

    private static double logReach(RegressionErrors errors, RegressionMetric metric) {
        Estimate estimate = errors.estimate(metric, 0.95).orElseThrow();
        double value = estimate.value();
        double upper = estimate.upper().orElseThrow();
        boolean share = metric == RegressionMetric.R2 || metric == RegressionMetric.EXPLAINED_VARIANCE;
        return share ? Math.log((1 - value) / (1 - upper)) : Math.log(upper / value);
    }

    @Test
    void theMedianLiesBetweenOrderStatistics() {
        RegressionErrors errors = RegressionErrors.keepingErrors();
        for (int i = 1; i <= 100; i++) {
            errors.accept(0, i);
        }
        Estimate median = errors.estimate(RegressionMetric.MEDIAN_AE, 0.95).orElseThrow();
        // ranks 50 ∓ 1.96·√100/2, outwards
        assertThat(median.value()).isEqualTo(50.5);
        assertThat(median.lower()).hasValue(40);
        assertThat(median.upper()).hasValue(60);
    }

    @Test
    void whatTheRowsSayNothingAboutHasNoBounds() {
        RegressionErrors perfect = filled(RegressionErrors.create(), new double[] {1, 2, 3}, new double[] {1, 2, 3});
        for (RegressionMetric metric :
                new RegressionMetric[] {RegressionMetric.RMSE, RegressionMetric.R2, RegressionMetric.MAX_ERROR}) {
            assertThat(perfect.estimate(metric, 0.95).orElseThrow().method())
                    .as(metric.word())
                    .isEqualTo(IntervalMethod.NONE);
        }
        RegressionErrors single = filled(RegressionErrors.create(), new double[] {1}, new double[] {3});
        for (RegressionMetric metric : RegressionMetric.values()) {
            single.estimate(metric, 0.95)
                    .ifPresent(e -> assertThat(e.method()).as(metric.word()).isEqualTo(IntervalMethod.NONE));
        }
        assertThat(single.value(RegressionMetric.MEDIAN_AE).orElseThrow()).isCloseTo(2, within(0.0201));
        assertThat(single.value(RegressionMetric.R2)).isEmpty();
        assertThat(single.finiteR2()).isEmpty();
        for (RegressionMetric metric : RegressionMetric.values()) {
            assertThat(RegressionErrors.create().estimate(metric, 0.95))
                    .as(metric.word())
                    .isEmpty();
        }
    }

    @Test
    void wrongUseIsRefusedWithASentence() {
        RegressionErrors errors = RegressionErrors.create();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> errors.accept(1, Double.NaN))
                .withMessageContaining("finite label and prediction but got 1.0 and NaN");
        assertThat(errors.total()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> errors.combine(RegressionErrors.keepingErrors()))
                .withMessageContaining("create both alike");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> errors.pinballLoss(1.5, 0.95))
                .withMessageContaining("alpha from 0 to 1");
    }

    @Test
    void squaresThatOverflowLeaveTheOtherMetrics() {
        for (RegressionErrors errors : List.of(RegressionErrors.create(), RegressionErrors.keepingErrors())) {
            filled(errors, new double[] {1, 2, 3, 4, 5}, new double[] {2, 3, 1e300, 5, 6});

            assertThat(errors.estimate(RegressionMetric.MSE, 0.95)).isEmpty();
            assertThat(errors.estimate(RegressionMetric.RMSE, 0.95)).isEmpty();
            assertThat(errors.estimate(RegressionMetric.R2, 0.95)).isEmpty();
            assertThat(errors.whenUndefined(RegressionMetric.MSE))
                    .isEqualTo("overflow: squares exceed the range of a double");
            assertThat(errors.estimate(RegressionMetric.MAE, 0.95).orElseThrow().value())
                    .isCloseTo(2e299, within(1e290));
            assertThat(errors.estimate(RegressionMetric.MEDIAN_AE, 0.95)
                            .orElseThrow()
                            .value())
                    .isCloseTo(1, within(0.01));
            assertThat(errors.estimate(RegressionMetric.MAX_ERROR, 0.95)
                            .orElseThrow()
                            .value())
                    .isEqualTo(1e300);
        }
    }

    @Test
    void noFiniteNumberIsTooLargeOrTooSmall() {
        double[] odd = {
            Double.MAX_VALUE,
            -Double.MAX_VALUE,
            1e308,
            -1e308,
            1e300,
            1e200,
            -1e155,
            1e80,
            1,
            -1,
            0,
            -0.0,
            1e-200,
            Double.MIN_NORMAL,
            Double.MIN_VALUE,
            -Double.MIN_VALUE
        };
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 3000; round++) {
            RegressionErrors left = round % 2 == 0 ? RegressionErrors.create() : RegressionErrors.keepingErrors();
            RegressionErrors right = round % 2 == 0 ? RegressionErrors.create() : RegressionErrors.keepingErrors();
            int rows = 1 + random.nextInt(8);
            for (int row = 0; row < rows; row++) {
                (random.nextBoolean() ? left : right)
                        .accept(odd[random.nextInt(odd.length)], odd[random.nextInt(odd.length)]);
            }
            left.combine(right);
            for (RegressionMetric metric : RegressionMetric.values()) {
                assertThat(left.estimate(metric, 0.95).isPresent())
                        .isEqualTo(left.value(metric).isPresent());
                assertThat(left.whenUndefined(metric)).isNotEmpty();
            }
            assertThatCode(() -> left.pinballLoss(0.3, 0.95)).doesNotThrowAnyException();
            assertThatCode(left::finiteR2).doesNotThrowAnyException();
        }
    }
}

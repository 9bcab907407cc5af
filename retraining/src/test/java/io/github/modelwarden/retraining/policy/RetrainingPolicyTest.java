package io.github.modelwarden.retraining.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.modelwarden.core.Measurement;
import io.github.modelwarden.retraining.ModelMetric;
import io.github.modelwarden.retraining.ValidationMetrics;
import io.github.modelwarden.retraining.gate.DataGate;
import io.github.modelwarden.retraining.gate.PromotionGate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RetrainingPolicyTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final PerformanceDrop F1 =
            new PerformanceDrop(ModelMetric.F1, OptionalDouble.of(0.05), OptionalDouble.empty(), 0.95, 500);

    private static Instant ago(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    private static RetrainingPolicy policy(Trigger trigger) {
        return new RetrainingPolicy(
                "churn",
                RetrainingPolicy.Mode.AUTO,
                trigger,
                new Guards(Duration.ofDays(7), 1000, 100, Duration.ofDays(2), 3),
                DataGate.withDefaults(),
                PromotionGate.withDefaults(),
                Duration.ofDays(60));
    }

    /** Nothing wrong: a champion of ten days with F1 0.7, 5000 matured rows, labels of an hour ago. */
    private static PolicyContext calm() {
        return new PolicyContext(
                NOW,
                new PolicyContext.Champion(
                        "1", ago(10), new ValidationMetrics(2000, 600, Map.of(ModelMetric.F1, 0.70))),
                List.of(),
                List.of(),
                new PolicyContext.Labels(5000, 1500, NOW.minusSeconds(3600)),
                PolicyContext.Attempts.NONE,
                null);
    }

    private static PolicyContext f1(PolicyContext c, double value, long n) {
        return new PolicyContext(
                c.now(),
                c.champion(),
                List.of(new Measurement("ml_model_f1_ratio", value, Map.of(), n, NOW, Duration.ofDays(1))),
                c.drift(),
                c.labels(),
                c.attempts(),
                c.manualRequest());
    }

    private static PolicyContext drift(PolicyContext c, int... drifted) {
        List<PolicyContext.DriftObservation> observations = new ArrayList<>();
        for (int i = 0; i < drifted.length; i++) {
            observations.add(
                    new PolicyContext.DriftObservation(NOW.minusSeconds(60L * (drifted.length - i)), drifted[i], 10));
        }
        return new PolicyContext(
                c.now(), c.champion(), c.performance(), observations, c.labels(), c.attempts(), c.manualRequest());
    }

    private static PolicyContext labels(PolicyContext c, PolicyContext.Labels labels) {
        return new PolicyContext(
                c.now(), c.champion(), c.performance(), c.drift(), labels, c.attempts(), c.manualRequest());
    }

    private static PolicyContext attempts(PolicyContext c, PolicyContext.Attempts attempts) {
        return new PolicyContext(
                c.now(), c.champion(), c.performance(), c.drift(), c.labels(), attempts, c.manualRequest());
    }

    private static PolicyContext asked(PolicyContext c) {
        return new PolicyContext(c.now(), c.champion(), c.performance(), c.drift(), c.labels(), c.attempts(), "a try");
    }

    private static Trigger drift35(Optional<PerformanceDrop> unless) {
        return new Trigger.DriftPersists(2, 0, 3, 5, unless);
    }

    static Stream<Arguments> cases() {
        Trigger any =
                new Trigger.AnyOf(List.of(F1, drift35(Optional.empty()), new Trigger.MaxAge(Duration.ofDays(90))));
        Trigger both = new Trigger.AllOf(List.of(F1, drift35(Optional.empty())));
        Trigger unlessFine = drift35(Optional.of(F1));
        Trigger floor = new PerformanceDrop(ModelMetric.F1, OptionalDouble.empty(), OptionalDouble.of(0.6), 0.95, 500);
        return Stream.of(
                argumentSet("calm", any, calm(), "hold"),
                argumentSet("a clear drop", any, f1(calm(), 0.5, 2000), "retrain"),
                argumentSet("a drop within chance", any, f1(calm(), 0.64, 500), "hold"),
                argumentSet("the same drop on few rows is unknown", any, f1(calm(), 0.3, 100), "hold"),
                argumentSet("below the floor", floor, f1(calm(), 0.5, 2000), "retrain"),
                argumentSet("above the floor", floor, f1(calm(), 0.62, 2000), "hold"),
                argumentSet("schedule due", new Trigger.Schedule(Duration.ofDays(10)), calm(), "retrain"),
                argumentSet("schedule not due", new Trigger.Schedule(Duration.ofDays(11)), calm(), "hold"),
                argumentSet(
                        "a rejected run restarts the schedule",
                        new Trigger.Schedule(Duration.ofDays(10)),
                        attempts(calm(), new PolicyContext.Attempts(ago(8), 1, null)),
                        "hold"),
                argumentSet("too old", new Trigger.MaxAge(Duration.ofDays(9)), calm(), "retrain"),
                argumentSet("drift persists", any, drift(calm(), 0, 3, 0, 2, 2), "retrain"),
                argumentSet("drift comes and goes", any, drift(calm(), 5, 0, 0, 5, 1), "hold"),
                argumentSet(
                        "drift by share",
                        new Trigger.DriftPersists(1, 0.5, 2, 2, Optional.empty()),
                        drift(calm(), 5, 4),
                        "hold"),
                argumentSet(
                        "drift with good performance",
                        unlessFine,
                        f1(drift(calm(), 3, 3, 3, 3, 3), 0.72, 2000),
                        "hold"),
                argumentSet("drift with unknown performance", unlessFine, drift(calm(), 3, 3, 3, 3, 3), "retrain"),
                argumentSet("all of two, one quiet", both, f1(drift(calm(), 0, 0, 0, 0, 0), 0.5, 2000), "hold"),
                argumentSet("all of two", both, f1(drift(calm(), 3, 3, 3, 3, 3), 0.5, 2000), "retrain"),
                argumentSet(
                        "cooling down after a rejected run",
                        any,
                        attempts(f1(calm(), 0.5, 2000), new PolicyContext.Attempts(ago(3), 1, null)),
                        "blocked"),
                argumentSet(
                        "a run is under way",
                        any,
                        attempts(f1(calm(), 0.5, 2000), new PolicyContext.Attempts(ago(30), 0, "r1")),
                        "blocked"),
                argumentSet(
                        "too few matured rows",
                        any,
                        labels(f1(calm(), 0.5, 2000), new PolicyContext.Labels(999, 300, NOW)),
                        "blocked"),
                argumentSet(
                        "too few positives",
                        any,
                        labels(f1(calm(), 0.5, 2000), new PolicyContext.Labels(5000, 99, NOW)),
                        "blocked"),
                argumentSet(
                        "labels stopped",
                        any,
                        labels(drift(calm(), 3, 3, 3, 3, 3), new PolicyContext.Labels(5000, 1500, ago(3))),
                        "blocked"),
                argumentSet(
                        "labels never came",
                        any,
                        labels(drift(calm(), 3, 3, 3, 3, 3), new PolicyContext.Labels(5000, 1500, null)),
                        "blocked"),
                argumentSet(
                        "backing off after three rejects",
                        any,
                        attempts(f1(calm(), 0.5, 2000), new PolicyContext.Attempts(ago(8), 3, null)),
                        "investigate"),
                argumentSet(
                        "the backoff is over",
                        any,
                        attempts(f1(calm(), 0.5, 2000), new PolicyContext.Attempts(ago(14), 3, null)),
                        "retrain"),
                argumentSet("a person asks", any, asked(calm()), "retrain"),
                argumentSet(
                        "a person asks during cooldown",
                        any,
                        asked(attempts(calm(), new PolicyContext.Attempts(ago(1), 5, null))),
                        "retrain"),
                argumentSet(
                        "a person asks during a label outage",
                        any,
                        asked(labels(calm(), new PolicyContext.Labels(5000, 1500, ago(9)))),
                        "blocked"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void decides(Trigger trigger, PolicyContext context, String kind) {
        Decision decision = policy(trigger).evaluate(context);
        assertThat(decision.kind()).as(decision.reason()).isEqualTo(kind);
        assertThat(decision).isEqualTo(policy(trigger).evaluate(context));
        // nothing is left out, whatever was decided
        assertThat(decision.evidence())
                .extracting(Evidence::signal)
                .contains(
                        "guard.live_run",
                        "guard.cooldown",
                        "guard.min_matured",
                        "guard.min_positives",
                        "guard.labels_flowing");
    }

    @Test
    void allTriggersAreInTheEvidenceThoughTheFirstFired() {
        Trigger any = new Trigger.AnyOf(
                List.of(new Trigger.MaxAge(Duration.ofDays(1)), F1, drift35(Optional.empty()), new Trigger.Manual()));
        Decision decision = policy(any).evaluate(f1(calm(), 0.5, 2000));
        assertThat(decision).isInstanceOf(Decision.Retrain.class);
        assertThat(((Decision.Retrain) decision).trigger()).isEqualTo("max_age");
        assertThat(decision.evidence())
                .extracting(Evidence::signal)
                .startsWith("max_age", "performance.f1.drop", "drift.persists", "manual");
    }

    @Test
    void blockedNamesEveryGuardAndWhenToAskAgain() {
        PolicyContext context = labels(
                attempts(f1(calm(), 0.5, 2000), new PolicyContext.Attempts(ago(3), 0, null)),
                new PolicyContext.Labels(10, 1, NOW));
        Decision.Blocked blocked = (Decision.Blocked) policy(F1).evaluate(context);
        assertThat(blocked.guards()).containsExactly("cooldown", "min_matured", "min_positives");
        assertThat(blocked.retryAt()).isEqualTo(ago(3).plus(Duration.ofDays(7)));
        assertThat(blocked.wanted().trigger()).isEqualTo("performance");
    }

    @Test
    void unknownPerformanceIsToldApartFromGoodPerformance() {
        assertThat(F1.read(calm()).state()).isEqualTo(Trigger.State.UNKNOWN);
        assertThat(F1.read(f1(calm(), 0.71, 2000)).state()).isEqualTo(Trigger.State.QUIET);
        assertThat(policy(F1).evaluate(calm()).reason()).contains("knows too little");
    }

    @Test
    void driftBeforeThePromotionDoesNotCountAgainstTheNewChampion() {
        PolicyContext c = drift(calm(), 3, 3, 3, 3, 3);
        PolicyContext fresh = new PolicyContext(
                NOW,
                new PolicyContext.Champion(
                        "2", NOW.minusSeconds(1), c.champion().validation()),
                c.performance(),
                c.drift(),
                c.labels(),
                c.attempts(),
                null);
        assertThat(drift35(Optional.empty()).read(fresh).state()).isEqualTo(Trigger.State.UNKNOWN);
    }

    @Test
    void scalingChangesDurationsOnly() {
        RetrainingPolicy fast =
                policy(new Trigger.Schedule(Duration.ofDays(10))).scaledBy(1.0 / 1440);
        assertThat(fast.trigger()).isEqualTo(new Trigger.Schedule(Duration.ofMinutes(10)));
        assertThat(fast.guards().cooldown()).isEqualTo(Duration.ofMinutes(7));
        assertThat(fast.guards().minMatured()).isEqualTo(1000);
        assertThat(fast.window()).isEqualTo(Duration.ofMinutes(60));
        assertThatThrownBy(() -> fast.scaledBy(Double.NaN)).hasMessageContaining("above 0");
    }

    @Test
    void cooldownDoublesWithEveryFurtherReject() {
        Guards guards = policy(F1).guards();
        UnaryOperator<Duration> days = d -> Duration.ofDays(d.toDays());
        assertThat(days.apply(guards.effectiveCooldown(2))).isEqualTo(Duration.ofDays(7));
        assertThat(guards.effectiveCooldown(3)).isEqualTo(Duration.ofDays(14));
        assertThat(guards.effectiveCooldown(4)).isEqualTo(Duration.ofDays(28));
        assertThat(guards.effectiveCooldown(99)).isEqualTo(Duration.ofDays(7 * 64));
    }
}

package io.github.modelwarden.alerting.evaluation;

import static io.github.modelwarden.alerting.AlertRules.alert;
import static io.github.modelwarden.alerting.Severity.CRITICAL;
import static io.github.modelwarden.alerting.Severity.WARNING;
import static io.github.modelwarden.alerting.evaluation.AlertState.FIRING;
import static io.github.modelwarden.alerting.evaluation.AlertState.INACTIVE;
import static io.github.modelwarden.alerting.evaluation.AlertState.PENDING;
import static io.github.modelwarden.alerting.evaluation.AlertState.RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.modelwarden.alerting.AlertBuilder;
import io.github.modelwarden.alerting.AlertRule;
import io.github.modelwarden.alerting.NoData;
import io.github.modelwarden.alerting.RuleSet;
import io.github.modelwarden.alerting.Signals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlertEvaluatorTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Map<String, String> GROUP = Map.of("model", "m", "version", "1");

    private AlertSnapshot snapshot = AlertSnapshot.empty();

    private static AlertBuilder rule() {
        return alert("r").when(Signals.gauge("ml_x")).isAbove(10, WARNING);
    }

    private Evaluation step(AlertRule rule, long seconds, SignalValue... values) {
        return step(rule, seconds, Readings.of(Map.of("r", List.of(values))));
    }

    private Evaluation step(AlertRule rule, long seconds, Readings readings) {
        Evaluation evaluation =
                AlertEvaluator.evaluate(RuleSet.of(rule), snapshot, readings, START.plusSeconds(seconds));
        snapshot = evaluation.snapshot();
        return evaluation;
    }

    private static SignalValue value(double value) {
        return new SignalValue(GROUP, value, 1000);
    }

    private static AlertState state(Evaluation evaluation) {
        return evaluation.alerts().get(0).state();
    }

    @Test
    void goesThroughTheStatesAndReportsEachChangeOnce() {
        AlertRule rule = rule().lasting("20s")
                .keepsFiringFor("10s")
                .saying("{model}: {value} > {threshold}")
                .build();
        assertThat(state(step(rule, 0, value(5)))).isEqualTo(INACTIVE);
        assertThat(state(step(rule, 10, value(11)))).isEqualTo(PENDING);
        assertThat(state(step(rule, 20, value(5)))).isEqualTo(INACTIVE);
        assertThat(state(step(rule, 30, value(12)))).isEqualTo(PENDING);
        assertThat(state(step(rule, 40, value(12)))).isEqualTo(PENDING);
        Evaluation fired = step(rule, 50, value(12.3456789));
        assertThat(fired.transitions()).singleElement().satisfies(change -> {
            assertThat(change.from()).isEqualTo(PENDING);
            assertThat(change.to()).isEqualTo(FIRING);
            assertThat(change.alert().summary()).isEqualTo("m: 12.35 > 10");
            assertThat(change.alert().since()).isEqualTo(START.plusSeconds(50));
        });
        assertThat(step(rule, 60, value(13)).transitions()).isEmpty();
        assertThat(state(step(rule, 70, value(5)))).as("keeps firing").isEqualTo(FIRING);
        assertThat(state(step(rule, 75, value(11)))).isEqualTo(FIRING);
        assertThat(state(step(rule, 80, value(5)))).as("starts to count anew").isEqualTo(FIRING);
        assertThat(state(step(rule, 90, value(5)))).isEqualTo(RESOLVED);
        assertThat(state(step(rule, 90 + 900, value(5)))).isEqualTo(RESOLVED);
        Evaluation over = step(rule, 90 + 901, value(5));
        assertThat(state(over)).isEqualTo(INACTIVE);
        assertThat(over.transitions()).isEmpty();
    }

    @Test
    void comparesNotANumberFalse() {
        AlertRule below =
                alert("r").when(Signals.gauge("ml_x")).isBelow(10, CRITICAL).build();
        assertThat(state(step(below, 0, value(Double.NaN)))).isEqualTo(INACTIVE);
        assertThat(state(step(below, 1, value(9)))).isEqualTo(FIRING);
        assertThat(state(step(below, 2, value(Double.NaN)))).isEqualTo(RESOLVED);
    }

    @Test
    void inhibitsTheLesserLevelWhileTheWorseFires() {
        AlertRule rule = rule().isAbove(20, CRITICAL).build();
        Evaluation both = step(rule, 0, value(25));
        assertThat(both.alerts()).extracting(AlertStatus::severity).containsExactly(CRITICAL, WARNING);
        assertThat(both.alerts()).extracting(AlertStatus::inhibited).containsExactly(false, true);
        assertThat(both.firing()).extracting(AlertStatus::severity).containsExactly(CRITICAL);
        Evaluation one = step(rule, 1, value(15));
        assertThat(one.firing()).extracting(AlertStatus::severity).containsExactly(WARNING);
    }

    @Test
    void followsThePolicyWhenAGroupVanishesOrHasTooFewSamples() {
        SignalValue few = new SignalValue(GROUP, 50, 3);
        for (boolean vanish : new boolean[] {true, false}) {
            assertThat(after(NoData.OK, vanish ? null : few)).isEqualTo(RESOLVED);
            assertThat(after(NoData.KEEP, vanish ? null : few)).isEqualTo(FIRING);
            assertThat(after(NoData.ALERT, vanish ? null : few)).isEqualTo(FIRING);
            assertThat(after(NoData.SEPARATE, vanish ? null : few)).isEqualTo(RESOLVED);
        }
    }

    private AlertState after(NoData policy, @Nullable SignalValue next) {
        AlertRule rule = rule().basedOnAtLeast(10, "ml_n").withoutData(policy).build();
        snapshot = AlertSnapshot.empty();
        assertThat(state(step(rule, 0, value(11)))).isEqualTo(FIRING);
        return state(next == null ? step(rule, 10) : step(rule, 10, next));
    }

    @Test
    void doesNotJudgeTooFewSamplesAtAll() {
        AlertRule rule = rule().basedOnAtLeast(10, "ml_n").build();
        assertThat(state(step(rule, 0, new SignalValue(GROUP, 99, 9)))).isEqualTo(INACTIVE);
        assertThat(state(step(rule, 1, new SignalValue(GROUP, 99, 10)))).isEqualTo(FIRING);
    }

    @Test
    void raisesASeparateAlertWhenNothingCanBeJudgedForLong() {
        AlertRule rule =
                rule().basedOnAtLeast(10, "ml_n").withoutData(NoData.SEPARATE).build();
        assertThat(rule.noDataPatience()).isEqualTo(Duration.ofMinutes(5));
        step(rule, 0, value(5));
        assertThat(noData(step(rule, 10)).state()).isEqualTo(PENDING);
        AlertStatus blind = noData(step(rule, 310, new SignalValue(GROUP, 5, 4)));
        assertThat(blind.state()).isEqualTo(FIRING);
        assertThat(blind.rule()).isEqualTo("r_no_data");
        assertThat(blind.summary()).contains("4 samples in the window, at least 10 are needed");
        assertThat(noData(step(rule, 320, value(5))).state()).isEqualTo(RESOLVED);
    }

    @Test
    void letsTheAlertsOfAReplacedVersionEnd() {
        AlertRule rule =
                rule().basedOnAtLeast(10, "ml_n").withoutData(NoData.SEPARATE).build();
        step(rule, 0, value(11));
        Readings replaced = new Readings(Map.of("r", List.of(value(11))), Map.of("m", Set.of("2")));
        assertThat(step(rule, 10, replaced).alerts())
                .extracting(AlertStatus::state)
                .containsExactly(RESOLVED, INACTIVE);
        assertThat(step(rule, 10_000, replaced).firing()).isEmpty();
    }

    private static AlertStatus noData(Evaluation evaluation) {
        return evaluation.alerts().get(evaluation.alerts().size() - 1);
    }

    @Test
    void showsARuleThatHasSeenNothingYet() {
        assertThat(step(rule().build(), 0).alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.state()).isEqualTo(INACTIVE);
            assertThat(alert.labels()).isEmpty();
            assertThat(alert.value()).isNaN();
        });
    }

    /** Compares with the definition, worked out anew from the whole history at every step. */
    @Test
    void agreesWithTheDefinitionOnRandomHistories() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            long lasting = random.nextInt(4) * 10L;
            long keep = random.nextInt(4) * 10L;
            AlertRule rule =
                    rule().lasting(lasting + "s").keepsFiringFor(keep + "s").build();
            snapshot = AlertSnapshot.empty();
            List<Long> times = new ArrayList<>();
            List<Boolean> truths = new ArrayList<>();
            boolean before = false;
            long time = 0;
            for (int i = 0; i < 60; i++) {
                time += 1 + random.nextInt(12);
                boolean truth = random.nextInt(10) < 7 ? before : !before;
                before = truth;
                times.add(time);
                truths.add(truth);
                AlertState got = state(step(rule, time, value(truth ? 11 : 9)));
                boolean firing = firing(times, truths, i, lasting, keep);
                assertThat(got == FIRING).as("seed %d step %d firing", seed, i).isEqualTo(firing);
                assertThat(got == PENDING)
                        .as("seed %d step %d pending", seed, i)
                        .isEqualTo(truth && !firing);
            }
        }
    }

    private static boolean firing(List<Long> times, List<Boolean> truths, int n, long lasting, long keep) {
        if (n < 0) {
            return false;
        }
        int start = n;
        while (start > 0 && truths.get(start - 1).equals(truths.get(n))) {
            start--;
        }
        long held = times.get(n) - times.get(start);
        boolean wasFiring = firing(times, truths, n - 1, lasting, keep);
        return truths.get(n) ? wasFiring || held >= lasting : wasFiring && held < keep;
    }
}

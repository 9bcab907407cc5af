package io.github.modelwarden.retraining.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.modelwarden.retraining.ValidationMetrics;
import io.github.modelwarden.retraining.gate.Verdict;
import io.github.modelwarden.retraining.policy.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store has to do; subclass it for each. */
abstract class RetrainingStoreContract {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final String MODEL = "churn";

    /** A new, empty store. */
    abstract RetrainingStore store() throws Exception;

    private static ModelVersion.Facts facts(String runId) {
        return new ModelVersion.Facts(
                NOW,
                "tribuo-logistic",
                runId,
                runId,
                "a".repeat(64),
                "0123456789ab",
                new ValidationMetrics(10, 3, Map.of()));
    }

    private static PlanRequest request(@Nullable String key) {
        return new PlanRequest(MODEL, "f1 fell", "line 1\nline 2", NOW.minusSeconds(60), NOW, false, key);
    }

    static RetrainingRun.Lease lease(RetrainingRun run) {
        return Objects.requireNonNull(run.lease(), "lease");
    }

    private RetrainingStore withChampion() throws Exception {
        RetrainingStore store = store();
        store.registerFirst(MODEL, facts("bootstrap"), "test", NOW);
        return store;
    }

    private static RetrainingRun to(RetrainingStore store, RetrainingRun run, RunState... states) {
        RetrainingRun current = run;
        for (RunState state : states) {
            boolean trained = state == RunState.EVALUATING;
            current = store.advance(
                    current,
                    new RunStep(state, current.result(), trained ? facts(run.id()) : null, "to " + state.word(), NOW));
        }
        return current;
    }

    private static RetrainingRun gated(RetrainingStore store, String owner) {
        store.plan(request(null), "test", NOW);
        RetrainingRun run = store.claim(MODEL, owner, Duration.ofMinutes(5)).orElseThrow();
        return to(store, run, RunState.DATA_CHECK, RunState.TRAINING, RunState.EVALUATING, RunState.GATED);
    }

    @Test
    void aModelWithoutChampionCannotBeRetrained() throws Exception {
        RetrainingStore store = store();
        assertThatThrownBy(() -> store.plan(request(null), "test", NOW))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no champion yet");
        assertThat(store.champion(MODEL)).isEmpty();
    }

    @Test
    void runsSurviveARoundTrip() throws Exception {
        RetrainingStore store = withChampion();
        RetrainingRun planned = store.plan(request(null), "test", NOW).run();
        assertThat(planned.id()).matches("churn-20260301T120000Z-[0-9a-f]{8}");
        assertThat(store.run(planned.id())).contains(planned);
        RetrainingRun claimed = store.claim(MODEL, "w1", Duration.ofMinutes(5)).orElseThrow();
        RetrainingRun.Result found = claimed.result().withSplitAt(NOW).withVerdict(Verdict.PROMOTE, "report");
        RetrainingRun moved =
                store.advance(claimed, new RunStep(RunState.DATA_CHECK, found, null, "checking", NOW.plusSeconds(1)));
        assertThat(store.run(planned.id())).contains(moved);
        assertThat(store.live(MODEL)).contains(moved);
        assertThat(store.events(planned.id()))
                .extracting(RunEvent::to)
                .containsExactly(RunState.PLANNED, RunState.DATA_CHECK);
    }

    @Test
    void twoHundredConcurrentPlansMakeOneRun() throws Exception {
        RetrainingStore store = withChampion();
        List<Callable<Planned>> plans = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            plans.add(() -> store.plan(request(null), "test", NOW));
        }
        int made = 0;
        ExecutorService pool = Executors.newFixedThreadPool(16);
        try {
            for (Future<Planned> plan : pool.invokeAll(plans)) {
                made += plan.get().outcome() == Planned.Outcome.PLANNED ? 1 : 0;
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(made).isEqualTo(1);
        assertThat(store.runs(MODEL, 10)).hasSize(1);
    }

    @Test
    void oneWorkerAtATimeHoldsARun() throws Exception {
        RetrainingStore store = withChampion();
        store.plan(request(null), "test", NOW);
        assertThat(store.claim(MODEL, "w1", Duration.ofMinutes(5))).isPresent();
        assertThat(store.claim(MODEL, "w2", Duration.ofMinutes(5))).isEmpty();
        assertThat(store.claim(MODEL, "w1", Duration.ofMinutes(5))).isPresent();
    }

    @Test
    void aStaleFenceIsRefusedEverywhere() throws Exception {
        RetrainingStore store = withChampion();
        store.plan(request(null), "test", NOW);
        RetrainingRun zombie = store.claim(MODEL, "w1", Duration.ZERO).orElseThrow();
        RetrainingRun fresh = store.claim(MODEL, "w2", Duration.ofMinutes(5)).orElseThrow();
        assertThat(fresh.fence()).isGreaterThan(zombie.fence());
        assertThat(fresh.attempt()).isEqualTo(1);
        RunStep step = new RunStep(RunState.DATA_CHECK, zombie.result(), null, "late", NOW);
        assertThatThrownBy(() -> store.advance(zombie, step))
                .isInstanceOf(StaleFenceException.class)
                .hasMessageContaining("refused");
        assertThatThrownBy(() -> store.retry(zombie, "late", NOW)).isInstanceOf(StaleFenceException.class);
        to(store, fresh, RunState.DATA_CHECK);
    }

    @Test
    void onlyTheHolderOfARunCanRenewItsLease() throws Exception {
        RetrainingStore store = withChampion();
        store.plan(request(null), "test", NOW);
        RetrainingRun held = store.claim(MODEL, "w1", Duration.ZERO).orElseThrow();
        assertThat(store.renew(held, Duration.ofMinutes(5))).isTrue();
        RetrainingRun renewed = store.live(MODEL).orElseThrow();
        assertThat(lease(renewed).until()).isAfter(lease(held).until());
        assertThat(renewed.fence()).isEqualTo(held.fence());
        assertThat(store.claim(MODEL, "w2", Duration.ofMinutes(5))).isEmpty();

        RetrainingRun moved = to(store, held, RunState.DATA_CHECK);
        assertThat(store.renew(held, Duration.ofMinutes(9))).isFalse();
        assertThat(store.renew(moved, Duration.ZERO)).isTrue();
        store.claim(MODEL, "w2", Duration.ofMinutes(5));
        assertThat(store.renew(moved, Duration.ofMinutes(9))).isFalse();
        assertThat(lease(store.live(MODEL).orElseThrow()).owner()).isEqualTo("w2");
    }

    @Test
    void promotionSwitchesChampionHistoryAndRunTogether() throws Exception {
        RetrainingStore store = withChampion();
        RetrainingRun promoted = to(store, gated(store, "w1"), RunState.PROMOTED);
        assertThat(promoted.endedAt()).contains(NOW);
        assertThat(store.champion(MODEL).orElseThrow().version()).isEqualTo("2");
        assertThat(store.championHistory(MODEL)).extracting(AliasChange::from).containsExactly(null, "1");
        assertThat(store.championFacts(MODEL).orElseThrow().promotedAt()).isEqualTo(NOW);
        assertThat(store.live(MODEL)).isEmpty();
        assertThat(store.plan(request(null), "test", NOW.plusSeconds(1)).outcome())
                .isEqualTo(Planned.Outcome.PLANNED);
    }

    @Test
    void aRollbackWhileARunIsUnderWayStopsItsPromotionWithoutATrace() throws Exception {
        RetrainingStore store = withChampion();
        to(store, gated(store, "w1"), RunState.PROMOTED);
        store.plan(request(null), "test", NOW.plusSeconds(1));
        RetrainingRun run = to(
                store,
                store.claim(MODEL, "w1", Duration.ofMinutes(5)).orElseThrow(),
                RunState.DATA_CHECK,
                RunState.TRAINING,
                RunState.EVALUATING,
                RunState.GATED);
        store.rollback(MODEL, "ann", "worse in the shop", NOW);
        assertThatThrownBy(() -> to(store, run, RunState.PROMOTED)).isInstanceOf(ChampionChangedException.class);
        assertThat(store.champion(MODEL).orElseThrow().version()).isEqualTo("1");
        assertThat(store.run(run.id()).orElseThrow().state()).isEqualTo(RunState.GATED);
        assertThat(store.championHistory(MODEL)).hasSize(3);
    }

    @Test
    void aRunClaimedAnewAfterARollbackIsStillRefused() throws Exception {
        RetrainingStore store = withChampion();
        to(store, gated(store, "w1"), RunState.PROMOTED);
        store.plan(request(null), "test", NOW.plusSeconds(1));
        RetrainingRun run = to(
                store,
                store.claim(MODEL, "w1", Duration.ZERO).orElseThrow(),
                RunState.DATA_CHECK,
                RunState.TRAINING,
                RunState.EVALUATING,
                RunState.GATED);
        store.rollback(MODEL, "ann", "worse in the shop", NOW);
        assertThat(store.claim(MODEL, "w2", Duration.ZERO)).isPresent();
        RetrainingRun again = store.claim(MODEL, "w3", Duration.ZERO).orElseThrow();
        assertThat(again.fence()).isGreaterThan(run.fence() + 1);
        assertThatThrownBy(() -> to(store, again, RunState.PROMOTED)).isInstanceOf(ChampionChangedException.class);
    }

    @Test
    void rollbackGoesBackStepByStep() throws Exception {
        RetrainingStore store = withChampion();
        to(store, gated(store, "w1"), RunState.PROMOTED);
        to(store, gated(store, "w1"), RunState.PROMOTED);
        assertThat(store.champion(MODEL).orElseThrow().version()).isEqualTo("3");
        assertThat(store.rollback(MODEL, "ann", "bad", NOW).version()).isEqualTo("2");
        assertThat(store.rollback(MODEL, "ann", "bad too", NOW).version()).isEqualTo("1");
        assertThatThrownBy(() -> store.rollback(MODEL, "ann", "?", NOW)).hasMessageContaining("first champion");
        to(store, gated(store, "w1"), RunState.PROMOTED);
        assertThat(store.champion(MODEL).orElseThrow().version()).isEqualTo("4");
    }

    @Test
    void registeringTheFirstTwiceKeepsTheFirst() throws Exception {
        RetrainingStore store = withChampion();
        assertThat(store.registerFirst(MODEL, facts("other"), "test", NOW).version())
                .isEqualTo("1");
        assertThat(store.versions(MODEL)).hasSize(1);
    }

    @Test
    void cancelFencesTheWorkerOff() throws Exception {
        RetrainingStore store = withChampion();
        store.plan(request(null), "test", NOW);
        RetrainingRun run = store.claim(MODEL, "w1", Duration.ofMinutes(5)).orElseThrow();
        store.cancel(run.id(), "ann", NOW);
        assertThatThrownBy(() -> to(store, run, RunState.DATA_CHECK)).isInstanceOf(StaleFenceException.class);
        assertThatThrownBy(() -> store.cancel(run.id(), "ann", NOW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.cancel("nope", "ann", NOW)).hasMessageContaining("no retraining run 'nope'");
    }

    @Test
    void onlyARunThatWaitsCanBeApproved() throws Exception {
        RetrainingStore store = withChampion();
        RetrainingRun run = gated(store, "w1");
        assertThatThrownBy(() -> store.approve(run.id(), "ann", NOW)).isInstanceOf(IllegalStateException.class);
        to(store, run, RunState.AWAITING_APPROVAL);
        assertThat(store.approve(run.id(), "ann", NOW).result().approvedBy()).isEqualTo("ann");
    }

    @Test
    void anEqualKeyMakesOneRunEver() throws Exception {
        RetrainingStore store = withChampion();
        RetrainingRun first = store.plan(request("alert-7"), "test", NOW).run();
        store.cancel(first.id(), "ann", NOW);
        Planned again = store.plan(request("alert-7"), "test", NOW.plusSeconds(9));
        assertThat(again.outcome()).isEqualTo(Planned.Outcome.DUPLICATE);
        assertThat(again.run().id()).isEqualTo(first.id());
    }

    @Test
    void attemptsCountRejectsSinceThePromotion() throws Exception {
        RetrainingStore store = withChampion();
        assertThat(store.attempts(MODEL).last()).isNull();
        to(store, gated(store, "w1"), RunState.REJECTED);
        to(store, gated(store, "w1"), RunState.PROMOTED);
        to(store, gated(store, "w1"), RunState.INCONCLUSIVE);
        to(store, gated(store, "w1"), RunState.REJECTED);
        assertThat(store.attempts(MODEL).consecutiveRejects()).isEqualTo(2);
        assertThat(store.attempts(MODEL).last()).isEqualTo(NOW);
        assertThat(store.runs(MODEL, 3)).hasSize(3);
    }

    @Test
    void decisionsThatDifferInNumbersOnlyAreKeptOnce() throws Exception {
        RetrainingStore store = store();
        assertThat(store.log(
                        LoggedDecision.of(MODEL, NOW, new Decision.Hold("f1 is 0.71 for PT1H2M", List.of()), null)))
                .isTrue();
        assertThat(store.log(LoggedDecision.of(MODEL, NOW, new Decision.Hold("f1 is 0.72 for PT3H", List.of()), null)))
                .isFalse();
        assertThat(store.log(LoggedDecision.of(MODEL, NOW, new Decision.Hold("no labels", List.of()), null)))
                .isTrue();
        assertThat(store.decisions(MODEL, 10))
                .extracting(LoggedDecision::reason)
                .containsExactly("no labels", "f1 is 0.71 for PT1H2M");
    }
}

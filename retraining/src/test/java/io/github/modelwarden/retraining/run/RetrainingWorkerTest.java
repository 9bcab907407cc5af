package io.github.modelwarden.retraining.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.modelwarden.retraining.ChurnWorld;
import io.github.modelwarden.retraining.gate.DataGate;
import io.github.modelwarden.retraining.gate.PromotionGate;
import io.github.modelwarden.retraining.policy.Decision;
import io.github.modelwarden.retraining.policy.Guards;
import io.github.modelwarden.retraining.policy.RetrainingPolicy;
import io.github.modelwarden.retraining.policy.Trigger;
import io.github.modelwarden.retraining.training.TribuoLogisticTrainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetrainingWorkerTest {

    private static final int ROWS = 3000;
    private static final Instant NOW = ChurnWorld.START.plus(ChurnWorld.STEP.multipliedBy(ROWS));
    private static final Decision.Retrain WISH = new Decision.Retrain("performance", "f1 fell", List.of());

    @TempDir
    Path root;

    private final ModelArtifactsSource artifacts = new ModelArtifactsSource();

    private final class ModelArtifactsSource {
        ModelArtifacts open() {
            return new ModelArtifacts(root, ChurnWorld.SCHEMA, TribuoLogisticTrainer.withDefaults());
        }
    }

    private static RetrainingPolicy policy(RetrainingPolicy.Mode mode) {
        return new RetrainingPolicy(
                "churn",
                mode,
                new Trigger.Manual(),
                Guards.withDefaults(),
                DataGate.withDefaults(),
                PromotionGate.withDefaults(),
                Duration.ofDays(30));
    }

    private RetrainingWorker worker(
            RetrainingStore store, List<LabeledRow> rows, RetrainingPolicy.Mode mode, String owner) {
        return new RetrainingWorker(
                store,
                artifacts.open(),
                (from, to) -> rows,
                policy(mode),
                new WorkerSettings(owner, Duration.ZERO, 3, 42));
    }

    private RetrainingStore memory() throws IOException {
        return bootstrapped(new InMemoryRunStore(Clock.systemUTC()));
    }

    private RetrainingStore bootstrapped(RetrainingStore store) throws IOException {
        Bootstrap.champion(store, artifacts.open(), new ChurnWorld(1).set(ROWS), 42, ChurnWorld.START);
        return store;
    }

    private static RetrainingRun finish(RetrainingWorker worker) {
        RetrainingRun last = null;
        for (int i = 0; i < 20; i++) {
            Optional<RetrainingRun> run = worker.tick(NOW).run();
            if (run.isEmpty()) {
                break;
            }
            last = run.get();
            if (last.state().isTerminal()) {
                break;
            }
        }
        return java.util.Objects.requireNonNull(last);
    }

    private static List<LabeledRow> flipped() {
        return new ChurnWorld(2).withEffect(-1).rows(ROWS, ChurnWorld.START);
    }

    @Test
    void bootstrapIsIdempotentAndRecordsValidation() throws IOException {
        RetrainingStore store = memory();
        LoadedModel again = Bootstrap.champion(store, artifacts.open(), new ChurnWorld(9).set(ROWS), 7, NOW);
        assertThat(again.version().version()).isEqualTo("1");
        assertThat(again.version().facts().validation().rows()).isEqualTo(750);
        assertThat(again.version().facts().baselineId())
                .isEqualTo(again.baseline().id());
        assertThat(store.versions("churn")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFlippedConceptPromotesTheChallengerWithItsBaseline(boolean jdbc) throws Exception {
        JdbcConnectionPool pool = JdbcRunStoreTest.emptyDatabase();
        RetrainingStore store = jdbc ? bootstrapped(JdbcRunStoreTest.migrated(pool)) : memory();
        RetrainingWorker worker = worker(store, flipped(), RetrainingPolicy.Mode.AUTO, "w1");
        worker.consider(WISH, NOW);
        LoadedModel promoted = null;
        for (int i = 0; i < 6; i++) {
            promoted = worker.tick(NOW).promoted().orElse(promoted);
        }
        assertThat(promoted).isNotNull();
        ModelVersion champion = store.champion("churn").orElseThrow();
        assertThat(champion.version()).isEqualTo("2");
        LoadedModel loaded = artifacts.open().load(champion);
        assertThat(loaded.baseline().id()).isEqualTo(champion.facts().baselineId());
        assertThat(loaded.baseline().rows()).isEqualTo(2100);
        assertThat(store.runs("churn", 1).get(0).state()).isEqualTo(RunState.PROMOTED);
        assertThat(store.runs("churn", 1).get(0).result().report()).contains("promote: f1");
        pool.dispose();
    }

    @Test
    void anEqualConceptIsNotPromoted() throws IOException {
        RetrainingStore store = memory();
        RetrainingWorker worker =
                worker(store, new ChurnWorld(3).rows(ROWS, ChurnWorld.START), RetrainingPolicy.Mode.AUTO, "w1");
        worker.consider(WISH, NOW);
        assertThat(finish(worker).state()).isIn(RunState.REJECTED, RunState.INCONCLUSIVE);
        assertThat(store.champion("churn").orElseThrow().version()).isEqualTo("1");
    }

    @Test
    void brokenDataIsBlockedBeforeTraining() throws IOException {
        RetrainingStore store = memory();
        ChurnWorld world = new ChurnWorld(4).withEffect(-1);
        List<LabeledRow> rows = new ArrayList<>(world.rows(2600, ChurnWorld.START));
        Instant later = ChurnWorld.START.plus(ChurnWorld.STEP.multipliedBy(2600));
        rows.addAll(world.withBrokenCharges(true).rows(400, later));
        RetrainingWorker worker = worker(store, rows, RetrainingPolicy.Mode.AUTO, "w1");
        worker.consider(WISH, NOW);
        RetrainingRun run = finish(worker);
        assertThat(run.state()).isEqualTo(RunState.BLOCKED);
        assertThat(run.result().report()).contains("stuck monthly_charges");
        assertThat(store.versions("churn")).hasSize(1);
    }

    @Test
    void approvalIsWaitedFor() throws IOException {
        RetrainingStore store = memory();
        RetrainingWorker worker = worker(store, flipped(), RetrainingPolicy.Mode.APPROVE, "w1");
        worker.consider(WISH, NOW);
        assertThat(finish(worker).state()).isEqualTo(RunState.AWAITING_APPROVAL);
        assertThat(worker.tick(NOW).run()).isEmpty();
        store.approve(store.live("churn").orElseThrow().id(), "ann", NOW);
        assertThat(worker.tick(NOW).promoted()).isPresent();
    }

    @Test
    void adviceMakesNoRunUnlessAPersonAsks() throws IOException {
        RetrainingStore store = memory();
        RetrainingWorker worker = worker(store, flipped(), RetrainingPolicy.Mode.ADVISE, "w1");
        assertThat(worker.consider(WISH, NOW)).isEmpty();
        assertThat(store.decisions("churn", 5)).hasSize(1);
        assertThat(worker.consider(new Decision.Retrain("manual", "asked", List.of()), NOW))
                .isPresent();
    }

    /** A worker that dies inside the step after some ticks; another one goes on. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void aCrashBetweenOrInsideStepsEndsInOneChampion(int ticks) throws Exception {
        JdbcConnectionPool pool = JdbcRunStoreTest.emptyDatabase();
        RetrainingStore store = bootstrapped(JdbcRunStoreTest.migrated(pool));
        List<LabeledRow> rows = flipped();
        RetrainingWorker first = worker(store, rows, RetrainingPolicy.Mode.AUTO, "w1");
        first.consider(WISH, NOW);
        for (int i = 0; i < ticks; i++) {
            first.tick(NOW);
        }
        // dies in the next step, leaving a half-written artifact
        RetrainingRun held = store.claim("churn", "w1", Duration.ZERO).orElseThrow();
        Files.createDirectories(root.resolve(".tmp-died"));
        Files.write(root.resolve(".tmp-died/model.txt"), new byte[] {1});
        RetrainingWorker second = worker(new JdbcRunStore(pool), rows, RetrainingPolicy.Mode.AUTO, "w2");
        assertThat(finish(second).state()).isEqualTo(RunState.PROMOTED);
        assertThat(store.champion("churn").orElseThrow().version()).isEqualTo("2");
        assertThat(store.versions("churn")).hasSize(2);
        assertThat(store.championHistory("churn")).hasSize(2);
        assertThat(store.run(held.id()).orElseThrow().fence()).isGreaterThan(held.fence());
        pool.dispose();
    }

    @Test
    void aStepThatKeepsFailingEndsTheRunWithItsReason() throws IOException {
        RetrainingStore store = memory();
        RetrainingWorker worker = new RetrainingWorker(
                store,
                artifacts.open(),
                (from, to) -> {
                    throw new IllegalStateException("the label store is down");
                },
                policy(RetrainingPolicy.Mode.AUTO),
                new WorkerSettings("w1", Duration.ZERO, 3, 42));
        worker.consider(WISH, NOW);
        RetrainingRun run = finish(worker);
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.note()).contains("attempt 3 of 3").contains("the label store is down");
        assertThat(store.live("churn")).isEmpty();
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aStepThatTakesLongerThanTheLeaseKeepsTheRun() throws IOException {
        RetrainingStore store = memory();
        Duration lease = Duration.ofMillis(300);
        List<LabeledRow> rows = flipped();
        TrainingData slow = (from, to) -> {
            Instant first = leaseEnd(store);
            while (!leaseEnd(store).isAfter(first.plus(lease))) {
                Thread.onSpinWait();
            }
            return rows;
        };
        RetrainingWorker worker = new RetrainingWorker(
                store,
                artifacts.open(),
                slow,
                policy(RetrainingPolicy.Mode.AUTO),
                new WorkerSettings("w1", lease, 3, 42));
        worker.consider(WISH, NOW);
        worker.tick(NOW);
        RetrainingRun checked = worker.tick(NOW).run().orElseThrow();

        assertThat(checked.state()).isEqualTo(RunState.TRAINING);
        assertThat(checked.fence()).isEqualTo(1);
    }

    private static Instant leaseEnd(RetrainingStore store) {
        return RetrainingStoreContract.lease(store.live("churn").orElseThrow()).until();
    }

    @Test
    void aChallengerWhoseFilesAreDamagedIsNeverPromoted() throws IOException {
        RetrainingStore store = memory();
        RetrainingWorker worker = worker(store, flipped(), RetrainingPolicy.Mode.AUTO, "w1");
        worker.consider(WISH, NOW);
        for (int i = 0; i < 4; i++) {
            worker.tick(NOW);
        }
        RetrainingRun run = store.live("churn").orElseThrow();
        assertThat(run.state()).isEqualTo(RunState.GATED);
        Files.write(root.resolve(run.id()).resolve("model.txt"), new byte[] {1});
        assertThat(finish(worker).state()).isEqualTo(RunState.FAILED);
        assertThat(store.champion("churn").orElseThrow().version()).isEqualTo("1");
    }

    @Test
    void workersThatWereCutOffTooOftenGiveUp() throws IOException {
        RetrainingStore store = memory();
        worker(store, flipped(), RetrainingPolicy.Mode.AUTO, "w0").consider(WISH, NOW);
        for (int i = 1; i <= 4; i++) {
            store.claim("churn", "dies" + i, Duration.ZERO);
        }
        RetrainingRun run = finish(worker(store, flipped(), RetrainingPolicy.Mode.AUTO, "w9"));
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.note()).contains("gave up in planned");
    }
}

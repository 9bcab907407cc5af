package io.github.modelwarden.retraining.run;

import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.retraining.ValidationMetrics;
import io.github.modelwarden.retraining.gate.Comparison;
import io.github.modelwarden.retraining.gate.Finding;
import io.github.modelwarden.retraining.gate.GateReport;
import io.github.modelwarden.retraining.gate.Verdict;
import io.github.modelwarden.retraining.policy.Decision;
import io.github.modelwarden.retraining.policy.RetrainingPolicy;
import io.github.modelwarden.retraining.training.TrainingSet;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Carries runs out, one step a tick. A step can be repeated: what it writes is either complete or not there, and the store
 * takes it only under the current fence. So a run goes on after a crash between or inside any two steps, with a new worker
 * over the same store and folder. While a step runs, a daemon thread renews the lease, so a step may take longer than it.
 *
 * <p>Rows before the split instant train the challenger, rows from it on are the hold-out. The instant is fixed at the data
 * check, so that labels that arrive later cannot move a row from one side to the other. Ticks are serialised; any number of
 * workers may share a store.
 */
public final class RetrainingWorker {

    private static final double TRAINING_SHARE = 0.7;

    private final RetrainingStore store;
    private final ModelArtifacts artifacts;
    private final TrainingData data;
    private final RetrainingPolicy policy;
    private final WorkerSettings settings;

    /**
     * A worker for one model.
     *
     * @param store runs and versions
     * @param artifacts files of the versions
     * @param data labelled rows
     * @param policy the policy of the model: its gates, its window, its mode
     * @param settings how to work
     */
    public RetrainingWorker(
            RetrainingStore store,
            ModelArtifacts artifacts,
            TrainingData data,
            RetrainingPolicy policy,
            WorkerSettings settings) {
        this.store = store;
        this.artifacts = artifacts;
        this.data = data;
        this.policy = policy;
        this.settings = settings;
    }

    /**
     * Logs a decision and plans a run if it asks for one. In mode {@code advise} only a person's request makes a run.
     *
     * @param decision the decision of the policy
     * @param now the time of the decision; the training window ends here
     * @return the planned run, or the one in the way; empty if the decision asks for none
     */
    public Optional<Planned> consider(Decision decision, Instant now) {
        Optional<Planned> planned = Optional.empty();
        if (decision instanceof Decision.Retrain retrain
                && (policy.mode() != RetrainingPolicy.Mode.ADVISE
                        || retrain.trigger().equals("manual"))) {
            planned = Optional.of(store.plan(
                    new PlanRequest(
                            policy.model(),
                            retrain.reason(),
                            LoggedDecision.text(retrain),
                            now.minus(policy.window()),
                            now,
                            policy.mode() == RetrainingPolicy.Mode.APPROVE,
                            null),
                    settings.owner(),
                    now));
        }
        String runId = planned.filter(p -> p.outcome() == Planned.Outcome.PLANNED)
                .map(p -> p.run().id())
                .orElse(null);
        store.log(LoggedDecision.of(policy.model(), now, decision, runId));
        return planned;
    }

    /**
     * Takes the live run one step on.
     *
     * @param now the time, written to run and events
     * @return what was done; nothing if there is no live run, another worker has it, or it waits for approval
     */
    public synchronized Tick tick(Instant now) {
        Optional<RetrainingRun> claimed = store.claim(policy.model(), settings.owner(), settings.lease());
        if (claimed.isEmpty()) {
            return Tick.IDLE;
        }
        RetrainingRun run = claimed.get();
        try {
            if (run.attempt() >= settings.maxAttempts()) {
                return Tick.of(end(
                        run,
                        RunState.FAILED,
                        run.result(),
                        "gave up in " + run.state().word() + " after " + run.attempt() + " attempts; the last one: "
                                + run.note(),
                        now));
            }
            return kept(run, now);
        } catch (StaleFenceException e) {
            return Tick.IDLE;
        } catch (ChampionChangedException e) {
            return Tick.of(end(run, RunState.FAILED, run.result(), sentence(e), now));
        } catch (IOException | RuntimeException e) {
            return failed(run, sentence(e), now);
        }
    }

    private Tick failed(RetrainingRun run, String sentence, Instant now) {
        try {
            String note = "attempt " + (run.attempt() + 1) + " of " + settings.maxAttempts() + " in "
                    + run.state().word() + " failed: " + sentence;
            RetrainingRun noted = store.retry(run, note, now);
            return Tick.of(
                    noted.attempt() < settings.maxAttempts()
                            ? noted
                            : end(noted, RunState.FAILED, noted.result(), note, now));
        } catch (StaleFenceException e) {
            return Tick.IDLE;
        }
    }

    private static String sentence(Exception e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    /** The step under a lease that does not run out while this process lives. */
    private Tick kept(RetrainingRun run, Instant now) throws IOException {
        if (run.state() == RunState.AWAITING_APPROVAL && run.result().approvedBy() == null) {
            return Tick.IDLE;
        }
        Heartbeat heartbeat = Heartbeat.start(settings.lease(), () -> store.renew(run, settings.lease()));
        try {
            return step(run, now);
        } finally {
            heartbeat.stop();
        }
    }

    private Tick step(RetrainingRun run, Instant now) throws IOException {
        return switch (run.state()) {
            case PLANNED -> Tick.of(end(run, RunState.DATA_CHECK, run.result(), "checking the data", now));
            case DATA_CHECK -> Tick.of(dataCheck(run, now));
            case TRAINING -> Tick.of(train(run, now));
            case EVALUATING -> Tick.of(evaluate(run, now));
            case GATED -> carryOut(run, now);
            case AWAITING_APPROVAL -> promote(run, now);
            default -> Tick.IDLE;
        };
    }

    private RetrainingRun dataCheck(RetrainingRun run, Instant now) throws IOException {
        List<LabeledRow> rows = rows(run.plan().from(), run.plan().to());
        LoadedModel champion = champion(run);
        List<Finding> findings = new ArrayList<>(policy.dataGate().check(set(champion, rows), champion.baseline()));
        Instant splitAt = rows.isEmpty()
                ? run.plan().to()
                : rows.get((int) (rows.size() * TRAINING_SHARE)).predictedAt();
        for (List<LabeledRow> part : List.of(before(rows, splitAt), from(rows, splitAt))) {
            // a source that broke lately shows in the hold-out more clearly than in the whole
            policy.dataGate().withMinimum(1, 1).check(set(champion, part), champion.baseline()).stream()
                    .filter(finding -> findings.stream().noneMatch(f -> sameSubject(f, finding)))
                    .forEach(findings::add);
        }
        if (!findings.isEmpty()) {
            String report = findings.stream()
                    .map(f -> f.check() + " " + f.feature() + ": " + f.text())
                    .collect(Collectors.joining("\n"));
            return end(
                    run,
                    RunState.BLOCKED,
                    run.result().withReport(report),
                    "the data are not fit to train on: " + findings.get(0).text()
                            + (findings.size() > 1 ? " (and " + (findings.size() - 1) + " more)" : ""),
                    now);
        }
        return end(
                run,
                RunState.TRAINING,
                run.result().withSplitAt(splitAt),
                rows.size() + " labelled rows passed the data check; those before " + splitAt + " train",
                now);
    }

    private static boolean sameSubject(Finding a, Finding b) {
        return a.check().equals(b.check()) && a.feature().equals(b.feature());
    }

    private RetrainingRun train(RetrainingRun run, Instant now) throws IOException {
        LoadedModel champion = champion(run);
        TrainingSet training = set(champion, rows(run.plan().from(), splitAt(run)));
        TrainingSet holdout = set(champion, rows(splitAt(run), run.plan().to()));
        String lineage = "run " + run.id() + "\nchampion " + run.plan().championBefore() + "\nfrom "
                + run.plan().from() + "\nto " + splitAt(run) + "\ntraining rows " + training.rows() + "\npositives "
                + training.positives() + "\n";
        ModelArtifacts.Stored stored = artifacts.loadOrTrain(run.id(), training, settings.seed(), lineage);
        ValidationMetrics validation = ValidationMetrics.of(
                stored.model().scores(holdout.features()), stored.model().threshold(), holdout.positive());
        ModelVersion.Facts facts = new ModelVersion.Facts(
                now.truncatedTo(java.time.temporal.ChronoUnit.MILLIS),
                stored.model().framework(),
                run.id(),
                stored.name(),
                stored.sha256(),
                stored.baseline().id(),
                validation);
        return store.advance(
                run,
                new RunStep(
                        RunState.EVALUATING,
                        run.result(),
                        facts,
                        "trained a challenger on " + training.rows() + " rows; on the " + holdout.rows()
                                + " rows held out its "
                                + policy.promotionGate().metric().word() + " is "
                                + String.format(
                                        Locale.ROOT,
                                        "%.4f",
                                        validation
                                                .value(policy.promotionGate().metric())
                                                .orElse(Double.NaN)),
                        now));
    }

    private RetrainingRun evaluate(RetrainingRun run, Instant now) throws IOException {
        LoadedModel champion = champion(run);
        LoadedModel challenger = challenger(run);
        TrainingSet holdout = set(champion, rows(splitAt(run), run.plan().to()));
        GateReport report = policy.promotionGate()
                .judge(Comparison.of(champion.model(), challenger.model(), holdout), settings.seed());
        return end(
                run,
                RunState.GATED,
                run.result().withVerdict(report.verdict(), report.toText()),
                report.sentence(),
                now);
    }

    private Tick carryOut(RetrainingRun run, Instant now) throws IOException {
        Verdict verdict = Objects.requireNonNull(run.result().verdict(), "verdict of a gated run");
        if (verdict == Verdict.PROMOTE && !run.plan().needsApproval()) {
            return promote(run, now);
        }
        RunState to = switch (verdict) {
            case PROMOTE -> RunState.AWAITING_APPROVAL;
            case REJECT -> RunState.REJECTED;
            case INCONCLUSIVE -> RunState.INCONCLUSIVE;
        };
        return Tick.of(end(run, to, run.result(), run.note(), now));
    }

    /** The artifact is read before the switch: a champion that cannot be loaded must never come about. */
    private Tick promote(RetrainingRun run, Instant now) throws IOException {
        LoadedModel challenger = challenger(run);
        RetrainingRun promoted = end(
                run,
                RunState.PROMOTED,
                run.result(),
                "version " + challenger.version().version() + " replaces version "
                        + run.plan().championBefore(),
                now);
        return new Tick(Optional.of(promoted), Optional.of(challenger));
    }

    private RetrainingRun end(RetrainingRun run, RunState to, RetrainingRun.Result result, String note, Instant now) {
        return store.advance(run, new RunStep(to, result, null, note, now));
    }

    private LoadedModel champion(RetrainingRun run) throws IOException {
        return version(run, run.plan().championBefore());
    }

    private LoadedModel challenger(RetrainingRun run) throws IOException {
        return version(run, Objects.requireNonNull(run.result().challenger(), "challenger of a trained run"));
    }

    private LoadedModel version(RetrainingRun run, String version) throws IOException {
        return artifacts.load(store.version(run.model(), version)
                .orElseThrow(() -> new IllegalStateException(
                        "model '" + run.model() + "' has no version " + version + " any more")));
    }

    private static Instant splitAt(RetrainingRun run) {
        return Objects.requireNonNull(run.result().splitAt(), "split of a checked run");
    }

    private List<LabeledRow> rows(Instant from, Instant to) {
        return data.labeledRows(from, to).stream()
                .filter(row ->
                        !row.predictedAt().isBefore(from) && row.predictedAt().isBefore(to))
                .sorted(Comparator.comparing(LabeledRow::predictedAt).thenComparing(LabeledRow::predictionId))
                .toList();
    }

    private static List<LabeledRow> before(List<LabeledRow> rows, Instant at) {
        return rows.stream().filter(row -> row.predictedAt().isBefore(at)).toList();
    }

    private static List<LabeledRow> from(List<LabeledRow> rows, Instant at) {
        return rows.stream().filter(row -> !row.predictedAt().isBefore(at)).toList();
    }

    private static TrainingSet set(LoadedModel champion, List<LabeledRow> rows) {
        boolean[] positive = new boolean[rows.size()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = rows.get(i).positive();
        }
        var schema = champion.model().schema();
        return TrainingSet.of(
                schema, Table.ofRows(schema, rows.stream().map(LabeledRow::row).toList()), positive);
    }
}

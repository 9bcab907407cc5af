package io.github.modelwarden.retraining.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Runs and model versions in one store, so that the end of a run and the switch of the champion are one transaction. The
 * rules live here and in {@link Registry}; subclasses bring transactions.
 */
public abstract sealed class RetrainingStore implements RunStore, ModelRegistry permits InMemoryRunStore, JdbcRunStore {

    private static final DateTimeFormatter ID_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    RetrainingStore() {}

    /** Runs work in a transaction: all of it is written, or none when it throws. */
    abstract <T> T transaction(Function<RecordAccess, T> work);

    @Override
    public Planned plan(PlanRequest request, String actor, Instant at) {
        try {
            return transaction(records -> inTheWay(records, request)
                    .orElseGet(() -> insertPlan(records, request, actor, at.truncatedTo(ChronoUnit.MILLIS))));
        } catch (RecordAccess.DuplicateRecordException e) {
            // lost a race: the winner is visible now
            return transaction(records -> inTheWay(records, request)).orElseThrow(() -> e);
        }
    }

    private static Optional<Planned> inTheWay(RecordAccess records, PlanRequest request) {
        String key = request.dedupeKey();
        Optional<Planned> duplicate = key == null
                ? Optional.empty()
                : records.runByDedupeKey(key).map(run -> new Planned(Planned.Outcome.DUPLICATE, run));
        return duplicate.or(
                () -> records.live(request.model()).map(run -> new Planned(Planned.Outcome.ALREADY_LIVE, run)));
    }

    private static Planned insertPlan(RecordAccess records, PlanRequest request, String actor, Instant at) {
        RecordAccess.Champion champion = records.champion(request.model())
                .orElseThrow(() -> new IllegalStateException("model '" + request.model()
                        + "' has no champion yet, so there is nothing to retrain; train the first one with Bootstrap"));
        long fence = Math.max(records.highestFence(request.model()), champion.fence());
        String id = runId(request.model(), at, fence);
        RetrainingRun.Plan plan = new RetrainingRun.Plan(
                request.model(),
                request.reason(),
                request.evidence(),
                request.from().truncatedTo(ChronoUnit.MILLIS),
                request.to().truncatedTo(ChronoUnit.MILLIS),
                request.needsApproval(),
                champion.version(),
                at);
        RetrainingRun run =
                new RetrainingRun(id, plan, RunState.PLANNED, fence, 0, null, RetrainingRun.Result.NONE, "planned", at);
        String key = request.dedupeKey();
        records.insert(run, key == null ? id : key);
        records.append(new RunEvent(id, 1, at, actor, null, RunState.PLANNED, fence, request.reason()));
        return new Planned(Planned.Outcome.PLANNED, run);
    }

    private static String runId(String model, Instant at, long fence) {
        String name = model.replaceAll("[^A-Za-z0-9_.-]", "_");
        String prefix = name.substring(0, Math.min(80, name.length()));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((model + "|" + at.toEpochMilli() + "|" + fence).getBytes(StandardCharsets.UTF_8));
            return prefix + "-" + ID_TIME.format(at) + "-" + HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256", e);
        }
    }

    @Override
    public Optional<RetrainingRun> claim(String model, String owner, Duration lease) {
        return transaction(records -> records.live(model).flatMap(run -> {
            RetrainingRun.Lease held = run.lease();
            Instant now = records.now();
            boolean mine = held != null && held.owner().equals(owner);
            if (held != null && !mine && held.until().isAfter(now)) {
                return Optional.empty();
            }
            // a holder that vanished in the middle of a step has used up a try; waiting for a person uses up none
            boolean interrupted = held != null && !mine && run.state() != RunState.AWAITING_APPROVAL;
            RetrainingRun claimed = run.claimed(
                    new RetrainingRun.Lease(owner, now.plus(lease).truncatedTo(ChronoUnit.MILLIS)),
                    mine ? run.fence() : run.fence() + 1,
                    run.attempt() + (interrupted ? 1 : 0));
            return records.update(claimed, run.state(), run.fence()) ? Optional.of(claimed) : Optional.empty();
        }));
    }

    /**
     * Extends the lease of a run whose step is still under way.
     *
     * @param run the run as claimed
     * @param lease how long others keep away from now on
     * @return false if the run has moved on or another worker has it: then nothing is written
     */
    boolean renew(RetrainingRun run, Duration lease) {
        return transaction(records -> records.run(run.id())
                .filter(current ->
                        current.fence() == run.fence() && current.state() == run.state() && current.lease() != null)
                .map(current -> records.update(
                        current.claimed(
                                new RetrainingRun.Lease(
                                        actor(current),
                                        records.now().plus(lease).truncatedTo(ChronoUnit.MILLIS)),
                                current.fence(),
                                current.attempt()),
                        current.state(),
                        current.fence()))
                .orElse(false));
    }

    @Override
    public RetrainingRun advance(RetrainingRun run, RunStep step) {
        run.state().requireNext(step.to());
        Instant at = step.at().truncatedTo(ChronoUnit.MILLIS);
        return transaction(records -> {
            RetrainingRun current = requireCurrent(records, run);
            RetrainingRun.Result result = step.result();
            Registry registry = new Registry(records, run.model());
            ModelVersion.Facts facts = step.challenger();
            if (facts != null) {
                result = result.withChallenger(registry.register(facts).version());
            }
            if (step.to() == RunState.PROMOTED) {
                registry.promote(current, actor(run), step.note(), at);
            }
            RetrainingRun moved = current.moved(step.to(), result, step.note(), at);
            write(records, run, moved, actor(run));
            return moved;
        });
    }

    @Override
    public RetrainingRun retry(RetrainingRun run, String note, Instant at) {
        return transaction(records -> {
            RetrainingRun current = requireCurrent(records, run);
            RetrainingRun noted =
                    current.noted(current.attempt() + 1, current.result(), note, at.truncatedTo(ChronoUnit.MILLIS));
            write(records, run, noted, actor(run));
            return noted;
        });
    }

    @Override
    public RetrainingRun cancel(String runId, String actor, Instant at) {
        return transaction(records -> {
            RetrainingRun run = require(records, runId);
            run.state().requireNext(RunState.CANCELLED);
            RetrainingRun cancelled = run.fenced(run.fence() + 1)
                    .moved(
                            RunState.CANCELLED,
                            run.result(),
                            "cancelled by " + actor,
                            at.truncatedTo(ChronoUnit.MILLIS));
            write(records, run, cancelled, actor);
            return cancelled;
        });
    }

    @Override
    public RetrainingRun approve(String runId, String actor, Instant at) {
        return transaction(records -> {
            RetrainingRun run = require(records, runId);
            if (run.state() != RunState.AWAITING_APPROVAL) {
                throw new IllegalStateException("run " + runId + " is "
                        + run.state().word() + "; only a run that is awaiting_approval can be approved");
            }
            RetrainingRun approved = run.noted(
                    run.attempt(),
                    run.result().withApproval(actor),
                    "approved by " + actor,
                    at.truncatedTo(ChronoUnit.MILLIS));
            write(records, run, approved, actor);
            return approved;
        });
    }

    private static void write(RecordAccess records, RetrainingRun before, RetrainingRun after, String actor) {
        if (!records.update(after, before.state(), before.fence())) {
            throw stale(before, "it was changed in this moment");
        }
        int sequence = records.events(after.id()).size() + 1;
        records.append(new RunEvent(
                after.id(),
                sequence,
                after.updatedAt(),
                actor,
                before.state(),
                after.state(),
                after.fence(),
                after.note()));
    }

    private static RetrainingRun requireCurrent(RecordAccess records, RetrainingRun run) {
        RetrainingRun current = require(records, run.id());
        if (current.fence() != run.fence() || current.state() != run.state()) {
            throw stale(run, "the store has it " + current.state().word() + " under fence " + current.fence());
        }
        return current;
    }

    private static StaleFenceException stale(RetrainingRun run, String what) {
        return new StaleFenceException(
                "run " + run.id() + ": a write from " + run.state().word() + " under fence " + run.fence()
                        + " was refused because " + what + "; claim the run again");
    }

    private static RetrainingRun require(RecordAccess records, String runId) {
        return records.run(runId)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no retraining run '" + runId + "'; list the runs of the model to see the ids"));
    }

    private static String actor(RetrainingRun run) {
        RetrainingRun.Lease lease = run.lease();
        return lease == null ? "worker" : lease.owner();
    }

    @Override
    public ModelVersion registerFirst(String model, ModelVersion.Facts facts, String actor, Instant at) {
        Instant time = at.truncatedTo(ChronoUnit.MILLIS);
        try {
            return transaction(records -> new Registry(records, model).registerFirst(facts, actor, time));
        } catch (RecordAccess.DuplicateRecordException e) {
            return champion(model).orElseThrow(() -> e);
        }
    }

    @Override
    public ModelVersion rollback(String model, String actor, String reason, Instant at) {
        Instant time = at.truncatedTo(ChronoUnit.MILLIS);
        return transaction(records -> new Registry(records, model).rollback(actor, reason, time));
    }

    @Override
    public Optional<ModelVersion> champion(String model) {
        return transaction(records -> new Registry(records, model).champion());
    }

    @Override
    public Optional<ModelVersion> version(String model, String version) {
        return versions(model).stream().filter(v -> v.version().equals(version)).findFirst();
    }

    @Override
    public List<ModelVersion> versions(String model) {
        return transaction(records -> records.versions(model));
    }

    @Override
    public List<AliasChange> championHistory(String model) {
        return transaction(records -> records.championHistory(model));
    }

    @Override
    public Optional<RetrainingRun> run(String runId) {
        return transaction(records -> records.run(runId));
    }

    @Override
    public Optional<RetrainingRun> live(String model) {
        return transaction(records -> records.live(model));
    }

    @Override
    public List<RetrainingRun> runs(String model, int limit) {
        return transaction(records -> records.runs(model, limit));
    }

    @Override
    public List<RunEvent> events(String runId) {
        return transaction(records -> records.events(runId));
    }

    @Override
    public boolean log(LoggedDecision decision) {
        return transaction(records -> {
            List<LoggedDecision> last = records.decisions(decision.model(), 1);
            if (!last.isEmpty() && last.get(0).saysTheSameAs(decision)) {
                return false;
            }
            records.append(decision);
            return true;
        });
    }

    @Override
    public List<LoggedDecision> decisions(String model, int limit) {
        return transaction(records -> records.decisions(model, limit));
    }
}

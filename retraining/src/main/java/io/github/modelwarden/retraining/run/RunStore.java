package io.github.modelwarden.retraining.run;

import io.github.modelwarden.retraining.policy.PolicyContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps retraining runs, their events and the decisions behind them. Safe for several threads and processes. */
public interface RunStore {

    /**
     * Plans a run, unless the model has a live one or the key was used before.
     *
     * @param request what is wanted
     * @param actor who asks
     * @param at when
     * @return the new run, or the one in the way
     * @throws IllegalStateException if the model has no champion yet
     */
    Planned plan(PlanRequest request, String actor, Instant at);

    /**
     * Takes or renews the lease of a model's live run, by the clock of the store. A new holder gets a higher fence, so that
     * whatever the former one still writes is refused.
     *
     * @param model the model's name
     * @param owner name of the worker, unique to its process
     * @param lease how long others keep away
     * @return the run; empty if there is none or another worker holds it
     */
    Optional<RetrainingRun> claim(String model, String owner, Duration lease);

    /**
     * Moves a run on, in one transaction: checks fence and state, registers the challenger if there is one, switches the
     * champion if the run is promoted, writes run and event.
     *
     * @param run the run as claimed
     * @param step where it goes and what was found
     * @return the run as stored
     * @throws StaleFenceException if someone else has the run, or it has moved
     * @throws ChampionChangedException if it should be promoted over a champion that was replaced in the meantime
     * @throws IllegalStateException if the state may not follow
     */
    RetrainingRun advance(RetrainingRun run, RunStep step);

    /**
     * Writes down a failed try of the current step.
     *
     * @param run the run as claimed
     * @param note what went wrong, one sentence
     * @param at when
     * @return the run, its attempt raised by one
     * @throws StaleFenceException if someone else has the run, or it has moved
     */
    RetrainingRun retry(RetrainingRun run, String note, Instant at);

    /**
     * Stops a live run. Whatever its worker still writes is refused.
     *
     * @param runId the run
     * @param actor who stops it
     * @param at when
     * @return the run
     * @throws IllegalArgumentException if there is no such run
     * @throws IllegalStateException if it is over
     */
    RetrainingRun cancel(String runId, String actor, Instant at);

    /**
     * Approves a challenger that passed; the next tick of a worker promotes it.
     *
     * @param runId the run
     * @param actor who approves
     * @param at when
     * @return the run
     * @throws IllegalArgumentException if there is no such run
     * @throws IllegalStateException if it does not wait for approval
     */
    RetrainingRun approve(String runId, String actor, Instant at);

    /**
     * Finds a run.
     *
     * @param runId its id
     * @return the run, empty if there is none
     */
    Optional<RetrainingRun> run(String runId);

    /**
     * The run under way.
     *
     * @param model the model's name
     * @return the live run, empty if there is none
     */
    Optional<RetrainingRun> live(String model);

    /**
     * Lists runs.
     *
     * @param model the model's name
     * @param limit at most this many
     * @return the newest first
     */
    List<RetrainingRun> runs(String model, int limit);

    /**
     * A run's history.
     *
     * @param runId its id
     * @return the oldest first
     */
    List<RunEvent> events(String runId);

    /**
     * Keeps a decision, unless the last one of the model says the same but for numbers.
     *
     * @param decision the decision
     * @return whether it was kept
     */
    boolean log(LoggedDecision decision);

    /**
     * Lists decisions.
     *
     * @param model the model's name
     * @param limit at most this many
     * @return the newest first
     */
    List<LoggedDecision> decisions(String model, int limit);

    /**
     * What a policy has to know about earlier runs.
     *
     * @param model the model's name
     * @return the last attempt, the rejects in a row (blocked, failed and cancelled runs do not count), the live run
     */
    default PolicyContext.Attempts attempts(String model) {
        List<RetrainingRun> runs = runs(model, 50);
        int rejects = 0;
        for (RetrainingRun run : runs) {
            if (run.state() == RunState.PROMOTED) {
                break;
            }
            rejects += run.state() == RunState.REJECTED || run.state() == RunState.INCONCLUSIVE ? 1 : 0;
        }
        return new PolicyContext.Attempts(
                runs.isEmpty() ? null : runs.get(0).updatedAt(),
                rejects,
                live(model).map(RetrainingRun::id).orElse(null));
    }
}

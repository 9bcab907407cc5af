package io.github.modelwarden.retraining.run;

import io.github.modelwarden.retraining.gate.Verdict;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to replace the champion, as it is stored.
 *
 * @param id {@code <model>-<yyyyMMdd'T'HHmmss'Z'>-<8 hex digits>}
 * @param plan what was planned; never changes
 * @param state how far it is
 * @param fence grows with every new holder; a write with an older one is refused
 * @param attempt failed or interrupted tries of the current step
 * @param lease who works on it; null if nobody does
 * @param result what the steps found
 * @param note the last event in one sentence
 * @param updatedAt when that was
 */
public record RetrainingRun(
        String id,
        Plan plan,
        RunState state,
        long fence,
        int attempt,
        @Nullable Lease lease,
        Result result,
        String note,
        Instant updatedAt) {

    /**
     * What was planned.
     *
     * @param model the model's name
     * @param reason why, in one sentence
     * @param evidence the facts behind it, a line each
     * @param from start of the training window, included
     * @param to end of the training window, excluded
     * @param needsApproval whether a person has to approve a passed challenger
     * @param championBefore version of the champion to beat
     * @param createdAt when it was planned
     */
    public record Plan(
            String model,
            String reason,
            String evidence,
            Instant from,
            Instant to,
            boolean needsApproval,
            String championBefore,
            Instant createdAt) {}

    /**
     * Who works on a run, and until when the others keep away; by the clock of the store.
     *
     * @param owner name of the worker
     * @param until end of the lease
     */
    public record Lease(String owner, Instant until) {}

    /**
     * What the steps found so far.
     *
     * @param splitAt rows before this instant train, rows from it on are the hold-out; null before the data check
     * @param challenger version of the trained challenger; null before
     * @param verdict the gate's verdict; null before
     * @param report findings of the data gate or report of the promotion gate, a line each; null before
     * @param approvedBy who approved; null if nobody did
     */
    public record Result(
            @Nullable Instant splitAt,
            @Nullable String challenger,
            @Nullable Verdict verdict,
            @Nullable String report,
            @Nullable String approvedBy) {

        static final Result NONE = new Result(null, null, null, null, null);

        Result withSplitAt(Instant newSplitAt) {
            return new Result(newSplitAt, challenger, verdict, report, approvedBy);
        }

        Result withChallenger(String newChallenger) {
            return new Result(splitAt, newChallenger, verdict, report, approvedBy);
        }

        Result withReport(String newReport) {
            return new Result(splitAt, challenger, verdict, newReport, approvedBy);
        }

        Result withVerdict(Verdict newVerdict, String newReport) {
            return new Result(splitAt, challenger, newVerdict, newReport, approvedBy);
        }

        Result withApproval(String newApprovedBy) {
            return new Result(splitAt, challenger, verdict, report, newApprovedBy);
        }
    }

    /** {@return the model's name} */
    public String model() {
        return plan.model();
    }

    /** {@return when it ended; empty while it is under way} */
    public Optional<Instant> endedAt() {
        return state.isTerminal() ? Optional.of(updatedAt) : Optional.empty();
    }

    RetrainingRun moved(RunState to, Result newResult, String newNote, Instant at) {
        return new RetrainingRun(id, plan, to, fence, 0, to.isTerminal() ? null : lease, newResult, newNote, at);
    }

    RetrainingRun claimed(Lease newLease, long newFence, int newAttempt) {
        return new RetrainingRun(id, plan, state, newFence, newAttempt, newLease, result, note, updatedAt);
    }

    RetrainingRun noted(int newAttempt, Result newResult, String newNote, Instant at) {
        return new RetrainingRun(id, plan, state, fence, newAttempt, lease, newResult, newNote, at);
    }

    RetrainingRun fenced(long newFence) {
        return new RetrainingRun(id, plan, state, newFence, attempt, null, result, note, updatedAt);
    }
}

package io.github.modelwarden.retraining.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The records of one open transaction. {@link RetrainingStore} holds the rules, implementations only read and write. A run
 * that was read stays locked until the transaction ends.
 */
interface RecordAccess {

    /** The champion of a model and the fence it was set under. */
    record Champion(String version, long fence) {}

    /** The clock of the store, which leases are measured by. */
    Instant now();

    Optional<RetrainingRun> run(String id);

    Optional<RetrainingRun> live(String model);

    Optional<RetrainingRun> runByDedupeKey(String key);

    List<RetrainingRun> runs(String model, int limit);

    /** The highest fence ever given to a run of the model, 0 if none. */
    long highestFence(String model);

    /** Inserts a run; throws {@link DuplicateRecordException} when the model has a live one or the key was used. */
    void insert(RetrainingRun run, String dedupeKey);

    /** Overwrites a run if state and fence are still those; false if not. */
    boolean update(RetrainingRun run, RunState expectedState, long expectedFence);

    void append(RunEvent event);

    List<RunEvent> events(String runId);

    void append(LoggedDecision decision);

    List<LoggedDecision> decisions(String model, int limit);

    /** Throws {@link DuplicateRecordException} when the version exists or its run has one already. */
    void insert(ModelVersion version);

    List<ModelVersion> versions(String model);

    Optional<Champion> champion(String model);

    /** Sets the champion if it is still {@code expected} and its fence is not higher; false if not. */
    boolean switchChampion(String model, @Nullable String expected, String to, long fence);

    void append(AliasChange change);

    List<AliasChange> championHistory(String model);

    /** A unique key is taken. The transaction cannot go on. */
    final class DuplicateRecordException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DuplicateRecordException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}

package io.github.modelwarden.retraining.run;

import java.time.Duration;

/**
 * How a worker works.
 *
 * @param owner name of this worker, unique to its process, for example host, process id and start time
 * @param lease how long other workers keep away from a run after this one was last heard of; renewed while a step
 *     runs, so it may be shorter than a step
 * @param maxAttempts tries of one step, 1 to 100; after that the run has failed
 * @param seed seed of training and gate
 */
public record WorkerSettings(String owner, Duration lease, int maxAttempts, long seed) {

    public WorkerSettings {
        if (owner.isBlank() || owner.length() > 128) {
            throw new IllegalArgumentException(
                    "worker: expected an owner of 1 to 128 characters but got '" + owner + "'");
        }
        if (lease.isNegative()) {
            throw new IllegalArgumentException("worker: expected a lease of at least zero but got " + lease);
        }
        if (maxAttempts < 1 || maxAttempts > 100) {
            throw new IllegalArgumentException("worker: expected 1 to 100 attempts but got " + maxAttempts);
        }
    }

    /**
     * A lease of one minute, three attempts, seed 42.
     *
     * @param owner name of this worker
     * @return the settings
     */
    public static WorkerSettings withDefaults(String owner) {
        return new WorkerSettings(owner, Duration.ofMinutes(1), 3, 42);
    }
}

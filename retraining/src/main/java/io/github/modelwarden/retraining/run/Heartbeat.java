package io.github.modelwarden.retraining.run;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Renews a lease three times per lease, on a daemon thread, until it is stopped. So a step may take longer than the lease,
 * and a process that dies still loses the run after one lease. A beat that fails is not reported: the next one tries again,
 * and if all fail the fence refuses what the step writes.
 */
final class Heartbeat {

    private static final int BEATS = 3;

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "retraining-lease");
        thread.setDaemon(true);
        return thread;
    });

    private Heartbeat() {}

    /**
     * Starts to beat.
     *
     * @param lease the lease to keep; one too short to be renewed, such as zero, is let run out
     * @param renew renews it
     */
    static Heartbeat start(Duration lease, Runnable renew) {
        Heartbeat heartbeat = new Heartbeat();
        long pause = lease.toMillis() / BEATS;
        if (pause > 0) {
            var unused =
                    heartbeat.executor.scheduleWithFixedDelay(() -> beat(renew), pause, pause, TimeUnit.MILLISECONDS);
        }
        return heartbeat;
    }

    private static void beat(Runnable renew) {
        try {
            renew.run();
        } catch (RuntimeException e) {
            // the store may be back at the next beat
        }
    }

    /**
     * Stops; a beat under way may still end behind it. It is not interrupted: an interrupt in the middle of a file access
     * closes the file of an embedded database, and with it the database.
     */
    void stop() {
        executor.shutdown();
    }
}

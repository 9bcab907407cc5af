package io.github.modelwarden.service.loop;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Repeats work on a thread of its own, with a pause between the end of one turn and the start of the next. A turn that
 * fails is logged and does not stop the next. Stopping waits for the turn under way, but never interrupts it: an
 * interrupt in the middle of a file access would close the embedded database.
 */
public abstract class RepeatedWork implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RepeatedWork.class);
    private static final long STOP_SECONDS = 20;

    private final String name;
    private final Duration pause;
    private final ScheduledExecutorService executor;
    private volatile boolean running;

    /**
     * Prepares the work; it starts with the service.
     *
     * @param name name of its thread
     * @param pause pause before the first and between turns
     */
    protected RepeatedWork(String name, Duration pause) {
        this.name = name;
        this.pause = pause;
        this.executor = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Does the work once. */
    protected abstract void turn();

    private void guardedTurn() {
        try {
            turn();
        } catch (RuntimeException e) {
            LOG.error("{} failed; it is tried again in {}", name, pause, e);
        }
    }

    @Override
    public final void start() {
        running = true;
        var unused = executor.scheduleWithFixedDelay(
                this::guardedTurn, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public final void stop() {
        running = false;
        executor.shutdown();
        try {
            if (!executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("{} did not end within {} seconds; the service stops without it", name, STOP_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public final boolean isRunning() {
        return running;
    }
}

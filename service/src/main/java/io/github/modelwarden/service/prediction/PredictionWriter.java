package io.github.modelwarden.service.prediction;

import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.service.prediction.WriteResult.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Writes predictions to the log before they are answered. One thread writes: all predictions that wait are committed in
 * one transaction (group commit), so that durability costs one flush for many requests. On shutdown it stops after the
 * web server, when nothing can arrive any more, and writes what is left.
 */
@Component
final class PredictionWriter implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PredictionWriter.class);
    private static final int CAPACITY = 2_000;
    private static final int MAX_GROUP = 200;

    private final PredictionInsert insert;
    private final String model;
    private final BlockingQueue<Pending> queue = new ArrayBlockingQueue<>(CAPACITY);
    private volatile boolean running;
    private Thread thread = new Thread(this::writeUntilStopped, "prediction-log");

    private record Pending(List<Prediction> predictions, CompletableFuture<WriteResult> result) {}

    PredictionWriter(PredictionInsert insert, Schema schema) {
        this.insert = insert;
        this.model = schema.model();
    }

    /**
     * Queues predictions of one request; they are logged all or none.
     *
     * @param predictions the predictions
     * @return what became of them, never failing: the outcome tells
     */
    CompletableFuture<WriteResult> write(List<Prediction> predictions) {
        Pending pending = new Pending(predictions, new CompletableFuture<>());
        if (!running || !queue.offer(pending)) {
            pending.result().complete(new WriteResult(Outcome.BUSY));
        }
        return pending.result();
    }

    private void writeUntilStopped() {
        List<Pending> group = new ArrayList<>();
        while (running || !queue.isEmpty()) {
            try {
                Pending first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    group.add(first);
                    queue.drainTo(group, MAX_GROUP - 1);
                    writeGroup(group);
                }
            } catch (InterruptedException e) {
                LOG.debug("the prediction log writer was interrupted; it goes on until it is stopped", e);
            } finally {
                group.clear();
            }
        }
    }

    private void writeGroup(List<Pending> group) {
        try {
            List<Prediction> all = group.stream()
                    .flatMap(pending -> pending.predictions().stream())
                    .toList();
            insert.commit(model, all);
            group.forEach(pending -> pending.result().complete(new WriteResult(Outcome.LOGGED)));
        } catch (DuplicateKeyException e) {
            group.forEach(this::writeAlone);
        } catch (DataAccessException | IllegalStateException e) {
            LOG.error("the prediction log could not be written; the requests are answered 503", e);
            group.forEach(pending -> pending.result().complete(new WriteResult(Outcome.FAILED)));
        }
    }

    private void writeAlone(Pending pending) {
        try {
            insert.commit(model, pending.predictions());
            pending.result().complete(new WriteResult(Outcome.LOGGED));
        } catch (DuplicateKeyException e) {
            pending.result().complete(new WriteResult(Outcome.DUPLICATE));
        } catch (DataAccessException | IllegalStateException e) {
            LOG.error("the prediction log could not be written; the request is answered 503", e);
            pending.result().complete(new WriteResult(Outcome.FAILED));
        }
    }

    @Override
    public void start() {
        running = true;
        thread = new Thread(this::writeUntilStopped, "prediction-log");
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        // started before and stopped after the web server, whose phases are near Integer.MAX_VALUE
        return 0;
    }
}

package io.github.modelwarden.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures the cells that a result file does not have yet, in their order and on all processors.
 *
 * @param results where results go
 * @param seed seed of all random numbers
 * @param commit the state of the sources that is measured
 */
record Study(ResultFile results, long seed, String commit) {

    void run(List<Cell> cells) {
        List<Cell> missing =
                cells.stream().filter(cell -> !results.has(cell.name())).toList();
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<?>> running = new ArrayList<>();
            missing.forEach(cell -> running.add(threads.submit(() -> measure(cell))));
            for (Future<?> cell : running) {
                cell.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a cell failed: " + e.getCause(), e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private void measure(Cell cell) {
        long start = System.nanoTime();
        Outcomes outcomes = cell.measure(seed);
        try {
            results.append(cell, commit, outcomes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.println(String.format(Locale.ROOT, "%s: %d runs in %.1f s", cell.name(), cell.runs(), seconds));
    }
}

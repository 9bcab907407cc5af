package io.github.modelwarden.tabular;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads cells on the calling thread, converts them on several threads, and gives the blocks in the order of the file.
 * The calling thread converts too while it waits. Only a few fillings are under way at any time.
 */
final class ConversionQueue implements AutoCloseable {

    private static final int AHEAD = 2;

    private final CellReader reader;
    private final Supplier<Cells> newCells;
    private final Supplier<BlockConverter> newConverter;
    private final int threads;
    private final @Nullable ExecutorService helpers;
    private final Deque<Conversion> underWay = new ArrayDeque<>();
    private final Deque<Cells> free = new ArrayDeque<>();
    private final Queue<BlockConverter> converters = new ConcurrentLinkedQueue<>();

    private boolean hasEnded;

    ConversionQueue(CellReader reader, Supplier<Cells> newCells, Supplier<BlockConverter> newConverter, int threads) {
        this.reader = reader;
        this.newCells = newCells;
        this.newConverter = newConverter;
        this.threads = threads;
        this.helpers = threads == 1
                ? null
                : Executors.newFixedThreadPool(threads - 1, task -> {
                    Thread thread = new Thread(task, "table-scan");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Cells on their way to a block. */
    private final class Conversion extends FutureTask<Block> {
        private final Cells cells;

        private Conversion(Cells cells) {
            super(() -> convert(cells));
            this.cells = cells;
        }
    }

    private Block convert(Cells cells) {
        BlockConverter converter = converters.poll();
        if (converter == null) {
            converter = newConverter.get();
        }
        Block block = converter.convert(cells);
        converters.add(converter);
        return block;
    }

    /** The next block, null after the last one. */
    @Nullable
    Block next() {
        while (underWay.size() < threads * AHEAD && readOn()) {}
        Conversion first = underWay.poll();
        if (first == null) {
            return null;
        }
        first.run(); // does nothing if a helper has it
        for (Conversion later : underWay) {
            if (first.isDone()) {
                break;
            }
            later.run();
        }
        Block block = result(first);
        free.add(first.cells);
        return block;
    }

    private boolean readOn() {
        if (hasEnded) {
            return false;
        }
        Cells cells = free.isEmpty() ? newCells.get() : free.remove();
        if (!reader.read(cells)) {
            hasEnded = true;
            return false;
        }
        Conversion conversion = new Conversion(cells);
        underWay.add(conversion);
        if (helpers != null) {
            helpers.execute(conversion);
        }
        return true;
    }

    private static Block result(Conversion conversion) {
        try {
            return conversion.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a table was read", e);
        }
    }

    @Override
    public void close() {
        if (helpers != null) {
            helpers.shutdownNow();
        }
        reader.close();
    }
}

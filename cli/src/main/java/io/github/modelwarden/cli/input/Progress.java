package io.github.modelwarden.cli.input;

import io.github.modelwarden.tabular.ScanProgress;
import java.io.PrintWriter;
import java.nio.file.Path;

/** A bar that shows how much of a file has been read. It appears for long input only, and only on a terminal. */
public final class Progress {

    private static final int WIDTH = 30;
    private static final long LONG_INPUT = 32L << 20;

    private final PrintWriter err;
    private final boolean terminal;

    /**
     * A bar.
     *
     * @param err where it is drawn
     * @param terminal whether that is a terminal; nothing is drawn elsewhere
     */
    public Progress(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    /** Follows the reading of a file. */
    ScanProgress of(Path file) {
        int[] shown = {-1};
        return (read, total) -> {
            int percent = total <= 0 ? 100 : (int) Math.min(100, 100 * read / total);
            if (terminal && total >= LONG_INPUT && percent != shown[0]) {
                shown[0] = percent;
                int full = WIDTH * percent / 100;
                err.print("\r" + file.getFileName() + " [" + "=".repeat(full) + " ".repeat(WIDTH - full) + "] "
                        + percent + " %");
                if (percent == 100) {
                    clear(file);
                }
                err.flush();
            }
        };
    }

    private void clear(Path file) {
        int length = String.valueOf(file.getFileName()).length() + WIDTH + 10;
        err.print("\r" + " ".repeat(length) + "\r");
    }
}

package io.github.modelwarden.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How soon detectors find changes of a stream, how many they miss, and how often they fire when nothing has changed, beside
 * detectors that always or never fire.
 *
 * <p>Arguments: {@code FOLDER RUNS SEED COMMIT}; with 0 runs only the page is written, of what is there. Results go to {@code detector-delays.csv} in the folder, where a stopped
 * measurement goes on, and the page to {@code detector-delays.adoc}.
 */
public final class DetectorBenchmark {

    private DetectorBenchmark() {}

    /**
     * Measures what is not measured yet, and writes the page.
     *
     * @param arguments folder, number of streams of each kind, seed, commit
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        Arguments.require(arguments, "FOLDER", "RUNS", "SEED", "COMMIT");
        int runs = Integer.parseInt(arguments[1]);
        long seed = Long.parseLong(arguments[2]);
        Path folder = Path.of(arguments[0]);
        ResultFile results = ResultFile.open(folder.resolve("detector-delays.csv"));
        List<Cell> cells = cells(DetectorPage.STREAMS, runs);
        if (runs > 0) {
            new Study(results, seed, arguments[3]).run(cells);
            results.sort(cells);
        }
        Page page = new DetectorPage(results, runs).write(Arguments.command(DetectorBenchmark.class, arguments), seed);
        Files.writeString(folder.resolve("detector-delays.adoc"), page.toString(), StandardCharsets.UTF_8);
    }

    static List<Cell> cells(List<ChangingStream> streams, int runs) {
        return streams.stream()
                .map(stream -> new Cell(
                        stream.cell(), runs, () -> new DetectorRace(stream, DetectorPage.contenders(stream.errors()))))
                .toList();
    }
}

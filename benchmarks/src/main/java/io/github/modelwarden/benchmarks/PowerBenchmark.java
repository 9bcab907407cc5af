package io.github.modelwarden.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How often real changes are called drifted, and whether the smallest detectable change that a report states is detected as
 * often as it says.
 *
 * <p>Arguments: {@code FOLDER RUNS SEED COMMIT}; with 0 runs only the page is written, of what is there. Results go to {@code power.csv} in the folder, where a stopped measurement
 * goes on, and the page to {@code power.adoc}.
 */
public final class PowerBenchmark {

    private PowerBenchmark() {}

    /**
     * Measures what is not measured yet, and writes the page.
     *
     * @param arguments folder, runs a cell, seed, commit
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        Arguments.require(arguments, "FOLDER", "RUNS", "SEED", "COMMIT");
        int runs = Integer.parseInt(arguments[1]);
        long seed = Long.parseLong(arguments[2]);
        Path folder = Path.of(arguments[0]);
        ResultFile results = ResultFile.open(folder.resolve("power.csv"));
        List<Cell> cells = cells(PowerPage.SIZES, runs);
        if (runs > 0) {
            new Study(results, seed, arguments[3]).run(cells);
            results.sort(cells);
        }
        Page page = new PowerPage(results).write(Arguments.command(PowerBenchmark.class, arguments), seed);
        Files.writeString(folder.resolve("power.adoc"), page.toString(), StandardCharsets.UTF_8);
    }

    /** {@return all cells, those of few rows first} */
    static List<Cell> cells(List<Sizes> sizes, int runs) {
        List<Cell> cells = new ArrayList<>();
        for (Sizes size :
                sizes.stream().sorted(Comparator.comparingInt(Sizes::total)).toList()) {
            for (Distribution distribution : Distribution.values()) {
                cells.add(new Cell(cell(distribution.word(), size), runs, () -> new NumericPower(distribution, size)));
            }
            for (Categories categories : PowerPage.CATEGORIES) {
                cells.add(new Cell(cell(categories.word(), size), runs, () -> new CategoricalPower(categories, size)));
            }
        }
        return cells;
    }

    static String cell(String feature, Sizes sizes) {
        return "power/" + feature + "/" + sizes.path();
    }
}

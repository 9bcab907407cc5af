package io.github.modelwarden.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How often unchanged data is called drifted: by the verdict on one feature, by the tests that stand beside it, by the usual
 * fixed threshold, in whole reports, and by the tests of all features together. Reference and current rows are drawn from the
 * same distribution, so every alarm is false.
 *
 * <p>Arguments: {@code FOLDER RUNS SEED COMMIT}; with 0 runs only the page is written, of what is there. Results go to {@code false-alarms.csv} in the folder, where a stopped
 * measurement goes on, and the page to {@code false-alarms.adoc}.
 */
public final class FalseAlarmBenchmark {

    /** Rows of a side with which a run takes so long that fewer have to do. */
    private static final int MANY_ROWS = 100_000;

    private static final int MANY_MULTIVARIATE_ROWS = 2000;

    private FalseAlarmBenchmark() {}

    /**
     * Measures what is not measured yet, and writes the page.
     *
     * @param arguments folder, runs a cell of a single feature, seed, commit
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        Arguments.require(arguments, "FOLDER", "RUNS", "SEED", "COMMIT");
        int runs = Integer.parseInt(arguments[1]);
        long seed = Long.parseLong(arguments[2]);
        Path folder = Path.of(arguments[0]);
        ResultFile results = ResultFile.open(folder.resolve("false-alarms.csv"));
        List<Cell> cells = cells(FalseAlarmPage.SIZES, FalseAlarmPage.MULTIVARIATE_SIZES, runs);
        if (runs > 0) {
            new Study(results, seed, arguments[3]).run(cells);
            results.sort(cells);
        }
        Page page = new FalseAlarmPage(results).write(Arguments.command(FalseAlarmBenchmark.class, arguments), seed);
        Files.writeString(folder.resolve("false-alarms.adoc"), page.toString(), StandardCharsets.UTF_8);
    }

    /** {@return all cells, those of few rows first} */
    static List<Cell> cells(List<Sizes> sizes, List<Sizes> multivariateSizes, int runs) {
        List<Cell> cells = new ArrayList<>();
        for (Sizes size :
                sizes.stream().sorted(Comparator.comparingInt(Sizes::total)).toList()) {
            addNumeric(size, size.largest() < MANY_ROWS ? runs : runs / 2, cells);
            addCategorical(size, runs, cells);
            addModels(size, size.largest() < MANY_ROWS ? runs / 2 : runs / 4, cells);
            if (multivariateSizes.contains(size)) {
                int fewer = size.total() < MANY_MULTIVARIATE_ROWS ? runs / 2 : runs / 4;
                cells.add(new Cell(multivariateCell(size), fewer, () -> new MultivariateTests(size)));
            }
        }
        return cells;
    }

    private static void addNumeric(Sizes size, int runs, List<Cell> cells) {
        for (Distribution distribution : Distribution.values()) {
            cells.add(
                    new Cell(singleCell(distribution.word(), size), runs, () -> new NumericTests(distribution, size)));
        }
    }

    private static void addCategorical(Sizes size, int runs, List<Cell> cells) {
        for (Categories categories : Categories.values()) {
            cells.add(
                    new Cell(singleCell(categories.word(), size), runs, () -> new CategoricalTests(categories, size)));
        }
    }

    private static void addModels(Sizes size, int runs, List<Cell> cells) {
        for (boolean correlated : new boolean[] {false, true}) {
            cells.add(new Cell(modelCell(correlated, size), runs, () -> new ModelReports(correlated, size)));
        }
    }

    static String singleCell(String feature, Sizes sizes) {
        return "single/" + feature + "/" + sizes.path();
    }

    static String modelCell(boolean correlated, Sizes sizes) {
        return "model/" + (correlated ? "correlated" : "independent") + "/" + sizes.path();
    }

    static String multivariateCell(Sizes sizes) {
        return "multivariate/" + sizes.path();
    }
}

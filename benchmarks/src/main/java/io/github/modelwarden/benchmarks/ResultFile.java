package io.github.modelwarden.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Measured cells in a file, one line each, written as soon as a cell is done: a measurement that was stopped goes on where it
 * was. To measure a cell anew, remove its line.
 */
final class ResultFile {

    private static final String HEADER = "cell,commit,runs,outcomes";

    private final Path path;
    private final Map<String, Line> lines = new LinkedHashMap<>();

    /** What is known about a cell. */
    record Line(String cell, String commit, int runs, Outcomes outcomes) {

        static Line parse(String text) {
            String[] fields = text.split(",", -1);
            if (fields.length != 4) {
                throw new IllegalArgumentException(
                        "results: expected " + HEADER + " but got '" + text + "'; remove the line to measure it anew");
            }
            return new Line(fields[0], fields[1], Integer.parseInt(fields[2]), Outcomes.parse(fields[3]));
        }

        @Override
        public String toString() {
            return cell + "," + commit + "," + runs + "," + outcomes + "\n";
        }
    }

    private ResultFile(Path path) {
        this.path = path;
    }

    /** Opens the file, or starts it. */
    static ResultFile open(Path path) throws IOException {
        ResultFile file = new ResultFile(path);
        if (!Files.exists(path)) {
            Files.writeString(path, HEADER + "\n", StandardCharsets.UTF_8);
        }
        for (String text : Files.readAllLines(path, StandardCharsets.UTF_8)) {
            if (!text.equals(HEADER)) {
                Line line = Line.parse(text);
                file.lines.put(line.cell(), line);
            }
        }
        return file;
    }

    /** {@return the file's name without folders} */
    String name() {
        return String.valueOf(path.getFileName());
    }

    synchronized boolean has(String cell) {
        return lines.containsKey(cell);
    }

    /** {@return what was counted in a cell; nothing if it is not measured yet or does not know the outcome} */
    synchronized Ratio ratio(String cell, String outcome) {
        Line line = lines.get(cell);
        return line == null ? Ratio.NOTHING : line.outcomes().ratio(outcome);
    }

    /** {@return how often a cell was run, 0 if it is not measured yet} */
    synchronized int runs(String cell) {
        Line line = lines.get(cell);
        return line == null ? 0 : line.runs();
    }

    /** {@return the same as a part of all runs of the cell: a run that did not get that far counts as one without} */
    synchronized Ratio ofRuns(String cell, String outcome) {
        Ratio ratio = ratio(cell, outcome);
        return ratio.whole() == 0 ? ratio : new Ratio(ratio.part(), runs(cell));
    }

    /** {@return the commits that cells were measured at} */
    synchronized Set<String> commits() {
        Set<String> commits = new TreeSet<>();
        lines.values().forEach(line -> commits.add(line.commit()));
        return commits;
    }

    synchronized void append(Cell cell, String commit, Outcomes outcomes) throws IOException {
        Line line = new Line(cell.name(), commit, cell.runs(), outcomes);
        Files.writeString(path, line.toString(), StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        lines.put(cell.name(), line);
    }

    /** Puts the lines into the order of some cells, since that of measuring depends on chance; other lines are dropped. */
    synchronized void sort(List<Cell> cells) throws IOException {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (Cell cell : cells) {
            Line line = lines.get(cell.name());
            text.append(line == null ? "" : line.toString());
        }
        Files.writeString(path, text, StandardCharsets.UTF_8);
    }
}

package io.github.modelwarden.tabular;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts what the cells of one column hold. Tallies of the blocks of a file are combined in the order of its rows. */
final class Tally {

    static final int EXAMPLES = 5;
    private static final int LONGEST_TEXT = 60;
    private static final double LARGEST_WHOLE = 1e15;

    private final long[] counts = new long[CellKind.COUNT];
    private long large;
    private final Set<String> examples = new LinkedHashSet<>();
    private @Nullable First firstOther;
    private @Nullable First firstInfinite;

    /** The first cell of a kind. */
    private record First(long row, long line, String text) {}

    void count(CellKind kind) {
        counts[kind.index()]++;
    }

    void count(CellKind kind, long many) {
        counts[kind.index()] += many;
    }

    /** Counts a cell that is no finite number in a numeric column, and keeps the first of each kind. */
    void countOdd(CellKind kind, Cells cells, int row, int column) {
        count(kind);
        if (kind == CellKind.INFINITE) {
            firstInfinite = firstInfinite == null ? first(cells, row, column) : firstInfinite;
        } else if (kind != CellKind.MISSING) {
            firstOther = firstOther == null ? first(cells, row, column) : firstOther;
        }
    }

    /** Counts stored numbers beyond the whole numbers that a double tells apart. */
    void countLarge(long many) {
        large += many;
    }

    private static First first(Cells cells, int row, int column) {
        double[] numbers = cells.numbers[column];
        String text = numbers != null ? shown(numbers[row]) : shown(cells, row * cells.columns + column);
        return new First(cells.firstRow + row, cells.lineOf(row), shortened(text));
    }

    /** A stored number, whole ones without a point. */
    static String shown(double number) {
        return number == Math.rint(number) && Math.abs(number) < LARGEST_WHOLE
                ? String.valueOf((long) number)
                : String.valueOf(number);
    }

    private static String shown(Cells cells, int cell) {
        boolean isText = (cells.ends[cell] & Cells.QUOTED) != 0 && cells.dialect.quotedIsText();
        return isText ? '"' + cells.text(cell) + '"' : cells.text(cell);
    }

    boolean wantsExamples() {
        return examples.size() < EXAMPLES;
    }

    void addExample(String text) {
        if (wantsExamples()) {
            examples.add(shortened(text));
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
    }

    /** Adds the tally of rows further down. */
    void combine(Tally later) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += later.counts[i];
        }
        large += later.large;
        later.examples.forEach(this::addExample);
        firstOther = firstOther == null ? later.firstOther : firstOther;
        firstInfinite = firstInfinite == null ? later.firstInfinite : firstInfinite;
    }

    long cells(CellKind kind) {
        return counts[kind.index()];
    }

    long missing() {
        return cells(CellKind.MISSING);
    }

    long present() {
        return numbers() + others();
    }

    long large() {
        return large;
    }

    /** Numbers, finite or not. */
    long numbers() {
        return cells(CellKind.NUMBER) + cells(CellKind.INFINITE) + cells(CellKind.LONG_NUMBER);
    }

    /** Present cells that are no sign of a numeric column. */
    long others() {
        return notNumbers() + cells(CellKind.NUMBER_AS_TEXT);
    }

    private long notNumbers() {
        return cells(CellKind.TIMESTAMP) + cells(CellKind.NESTED) + cells(CellKind.TEXT);
    }

    List<String> examples() {
        return List.copyOf(examples);
    }

    /** The problems that these cells are in a numeric column. */
    List<CellProblem> problems(boolean sensitive) {
        List<CellProblem> problems = new ArrayList<>();
        addProblem(problems, CellProblem.Kind.TEXT, notNumbers(), firstOther, sensitive);
        addProblem(problems, CellProblem.Kind.INFINITE, cells(CellKind.INFINITE), firstInfinite, sensitive);
        return problems;
    }

    private static void addProblem(
            List<CellProblem> problems, CellProblem.Kind kind, long count, @Nullable First first, boolean sensitive) {
        if (count > 0 && first != null) {
            problems.add(new CellProblem(
                    kind,
                    count,
                    first.row,
                    first.line > 0 ? OptionalLong.of(first.line) : OptionalLong.empty(),
                    sensitive ? Optional.empty() : Optional.of(first.text)));
        }
    }
}

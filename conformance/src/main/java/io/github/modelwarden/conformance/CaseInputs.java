package io.github.modelwarden.conformance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The data of a case: lists in the case or beside it, or columns of a data set. Missing values are NaN or null. */
final class CaseInputs {

    private static final String DATA_SET = "dataset";

    private final JsonNode node;
    private final CaseFolder folder;

    CaseInputs(JsonNode node, CaseFolder folder) {
        this.node = node;
        this.folder = folder;
    }

    /** Whether an input is there and not null. */
    boolean has(String name) {
        JsonNode value = node.path(name);
        return !value.isMissingNode() && !value.isNull();
    }

    /** Whether an input is there, or a column of that name in the data set. */
    boolean hasColumn(String name) throws IOException {
        return has(name) || (isDataSet() && header().contains(name));
    }

    JsonNode at(String name) throws IOException {
        return folder.resolve(node.path(name));
    }

    /** The same reference with some of the current values, from a position up to another. */
    CaseInputs withCurrentRows(int from, int to) throws IOException {
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        ArrayNode rows = part.putArray("current");
        List<@Nullable String> current = cells("current");
        boolean numeric = isNumeric("current");
        for (String cell : current.subList(from, to)) {
            if (cell != null && numeric) {
                rows.add(Double.parseDouble(cell));
            } else {
                rows.add(cell);
            }
        }
        if (isDataSet()) {
            cells("reference").forEach(part.putArray("reference")::add);
        } else {
            part.set("reference", at("reference"));
        }
        return new CaseInputs(part, folder);
    }

    boolean isDataSet() {
        return has(DATA_SET);
    }

    /** The columns of the data set of the case. */
    DataSet dataSet(Set<String> columns) throws IOException {
        return folder.dataSet(text(DATA_SET), columns);
    }

    /** Columns of a data set that another input names. */
    DataSet dataSet(String input, Set<String> columns) throws IOException {
        return folder.dataSet(text(input), columns);
    }

    Set<String> header() throws IOException {
        return new LinkedHashSet<>(folder.header(text(DATA_SET)));
    }

    /** An input that is a word or a number, as text; empty without it. */
    String text(String name) {
        return has(name) ? node.path(name).asString("") : "";
    }

    /**
     * Numbers of an input: of a list; or of the column of the data set that the input names; or, for {@code reference} and
     * {@code current}, of the rows of a side.
     */
    double[] numbers(String name) throws IOException {
        return numbers(name, cells(name));
    }

    static double[] numbers(String name, List<@Nullable String> cells) {
        double[] numbers = new double[cells.size()];
        for (int i = 0; i < numbers.length; i++) {
            String cell = cells.get(i);
            numbers[i] = cell == null ? Double.NaN : number(name, i, cell);
        }
        return numbers;
    }

    private static double number(String name, int entry, String cell) {
        try {
            // Java takes 1d and 1f for numbers, which no other program does
            if (!Character.isLetter(cell.charAt(cell.length() - 1)) || cell.endsWith("Infinity")) {
                return Double.parseDouble(cell);
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalArgumentException(name + ": expected numbers but entry " + entry + " is '" + cell + "'");
    }

    /** Numbers of an input without the missing ones. */
    double[] present(String name) throws IOException {
        double[] numbers = numbers(name);
        return java.util.Arrays.stream(numbers).filter(v -> !Double.isNaN(v)).toArray();
    }

    /** The values of an input as text, null where one is missing. */
    List<@Nullable String> cells(String name) throws IOException {
        if (isDataSet() && !at(name).isArray()) {
            boolean side = !has(name) && (name.equals("reference") || name.equals("current"));
            return side ? column(text("column"), text(name + "_rows")) : column(has(name) ? text(name) : name, "");
        }
        JsonNode list = at(name);
        if (!list.isArray()) {
            throw new IllegalArgumentException(
                    name + ": expected a list of values but got " + (has(name) ? list.getNodeType() : "nothing"));
        }
        List<@Nullable String> cells = new ArrayList<>();
        for (JsonNode value : list) {
            cells.add(cell(name, value));
        }
        return cells;
    }

    private static @Nullable String cell(String name, JsonNode value) {
        if (value.isContainer()) {
            throw new IllegalArgumentException(name + ": expected single values but got " + value);
        }
        if (value.isNumber() && value.asDouble() == Math.rint(value.asDouble()) && Math.abs(value.asDouble()) < 1e15) {
            return Long.toString((long) value.asDouble());
        }
        return missingAsNull(value.asString(""));
    }

    private static @Nullable String missingAsNull(String text) {
        return text.isEmpty() || text.equalsIgnoreCase("nan") ? null : text;
    }

    private List<@Nullable String> column(String column, String selection) throws IOException {
        RowSelection rows = RowSelection.parse(selection);
        Set<String> columns = new LinkedHashSet<>(rows.columns());
        columns.add(column);
        DataSet data = dataSet(columns);
        int limit = node.path("rows").isNumber() ? node.path("rows").asInt() : Integer.MAX_VALUE;
        List<@Nullable String> cells = new ArrayList<>();
        for (int row = 0; row < Math.min(limit, data.rowCount()); row++) {
            if (rows.takes(data, row)) {
                cells.add(missingAsNull(data.cell(column, row)));
            }
        }
        return cells;
    }

    /** Whether a list holds whole numbers alone, written without a point, so that a program would hold it as integers. */
    boolean isIntegers(String name) throws IOException {
        JsonNode list = at(name);
        return list.isArray() && StreamSupport.stream(list.spliterator(), false).allMatch(JsonNode::isIntegralNumber);
    }

    /** Whether every value that is there is a number. */
    boolean isNumeric(String name) throws IOException {
        try {
            numbers(name);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** A list of lists of numbers; a list of numbers is taken for rows of one number each. */
    double[][] rows(String name) throws IOException {
        JsonNode list = at(name);
        if (!list.isArray()) {
            throw new IllegalArgumentException(name + ": expected a list of rows");
        }
        double[][] rows = new double[list.size()][];
        for (int i = 0; i < rows.length; i++) {
            JsonNode row = list.get(i);
            List<@Nullable String> cells = new ArrayList<>();
            if (row.isArray()) {
                row.forEach(value -> cells.add(cell(name, value)));
            } else {
                cells.add(cell(name, row));
            }
            rows[i] = numbers(name, cells);
        }
        return rows;
    }
}

package io.github.modelwarden.conformance;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds the data a case speaks of: inline, in an array file beside the cases, or in a data set. */
final class CaseData {

    private static final Pattern RANGE = Pattern.compile("(\\d+)\\.\\.(\\d+)");
    private static final Pattern COMPARISON = Pattern.compile("(\\w+)\\s*(==|!=)\\s*\"?([^\"]*)\"?");

    private final Path cases;
    private final Path data;
    private final JsonMapper json = JsonMapper.builder().build();

    CaseData(Path cases, Path data) {
        this.cases = cases;
        this.data = data;
    }

    /** The values of one side as text, missing ones as the empty text. */
    List<String> side(ReferenceCase reference, String name) throws IOException {
        JsonNode inputs = reference.inputs();
        if (inputs.has("dataset")) {
            return column(inputs, inputs.path(name + "_rows").asString());
        }
        return list(inputs.path(name));
    }

    /** A list of values as text, read from its array file where there is one. */
    List<String> list(JsonNode node) throws IOException {
        JsonNode values = node.has("$array")
                ? json.readTree(
                        Files.readString(cases.resolve(node.path("$array").asString())))
                : node;
        if (!values.isArray()) {
            throw new Unanswerable("the inputs are not two lists of values");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode value : values) {
            texts.add(value.isNull() || "NaN".equals(value.asString()) ? "" : value.asString());
        }
        return texts;
    }

    private List<String> column(JsonNode inputs, String rows) throws IOException {
        Path file = data.resolve(inputs.path("dataset").asString());
        if (!Files.isRegularFile(file)) {
            throw new Unanswerable("the data set " + inputs.path("dataset").asString() + " is not there");
        }
        String column = inputs.path("column").asString();
        Matcher range = RANGE.matcher(rows);
        Matcher comparison = COMPARISON.matcher(rows);
        boolean byRange = range.matches();
        if (!byRange && !comparison.matches()) {
            throw new Unanswerable("the row selection '" + rows + "' is not a range or a comparison");
        }
        List<String> values = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(file)) {
            long index = 0;
            for (NamedCsvRecord row : records) {
                boolean wanted = byRange
                        ? index >= Long.parseLong(range.group(1)) && index <= Long.parseLong(range.group(2))
                        : row.getField(comparison.group(1)).equals(comparison.group(3))
                                == comparison.group(2).equals("==");
                if (wanted) {
                    values.add(row.getField(column).strip());
                }
                index++;
            }
        }
        return values;
    }

    /** Numbers, missing ones left out. */
    static double[] numbers(List<String> texts) {
        try {
            return texts.stream()
                    .filter(text -> !text.isEmpty())
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (NumberFormatException e) {
            throw new Unanswerable("the inputs are not numbers");
        }
    }

    /** Counts of both sides over the union of their categories, missing ones left out. */
    static long[][] counts(List<String> reference, List<String> current) {
        Map<String, long[]> counts = new TreeMap<>();
        ObjIntConsumer<String> count = (category, side) -> counts.computeIfAbsent(category, c -> new long[2])[side]++;
        reference.stream().filter(text -> !text.isEmpty()).forEach(text -> count.accept(text, 0));
        current.stream().filter(text -> !text.isEmpty()).forEach(text -> count.accept(text, 1));
        return sides(counts);
    }

    /** Counts of both sides from objects of counts by category. */
    static long[][] counts(JsonNode reference, JsonNode current) {
        Map<String, long[]> counts = new TreeMap<>();
        for (int side = 0; side < 2; side++) {
            JsonNode node = side == 0 ? reference : current;
            for (String category : node.propertyNames()) {
                counts.computeIfAbsent(category, c -> new long[2])[side] =
                        node.path(category).asLong();
            }
        }
        return sides(counts);
    }

    private static long[][] sides(Map<String, long[]> counts) {
        return Stream.of(0, 1)
                .map(side -> counts.values().stream().mapToLong(c -> c[side]).toArray())
                .toArray(long[][]::new);
    }
}

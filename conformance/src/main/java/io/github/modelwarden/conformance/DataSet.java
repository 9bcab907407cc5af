package io.github.modelwarden.conformance;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Columns of a data set as text, without the blanks around a cell. */
final class DataSet {

    private final String name;
    private final Map<String, List<String>> columns;

    private DataSet(String name, Map<String, List<String>> columns) {
        this.name = name;
        this.columns = columns;
    }

    /** Reads the wanted columns of a CSV file with a header; a cell that a short row lacks is empty. */
    static DataSet read(Path file, String name, Collection<String> wanted) throws IOException {
        List<String> header = header(file, name);
        Map<String, List<String>> columns = new LinkedHashMap<>();
        for (String column : wanted) {
            if (!header.contains(column)) {
                throw new Unanswerable("the data set " + name + " has no column '" + column + "', only " + header);
            }
            columns.put(column, new ArrayList<>());
        }
        try (CsvReader<NamedCsvRecord> records = open(file)) {
            for (NamedCsvRecord row : records) {
                columns.forEach((column, cells) ->
                        cells.add(row.findField(column).orElse("").strip()));
            }
        } catch (RuntimeException e) {
            throw new Unanswerable("the data set " + name + " cannot be read: " + e.getMessage());
        }
        return new DataSet(name, columns);
    }

    static List<String> header(Path file, String name) throws IOException {
        try (CsvReader<NamedCsvRecord> records = open(file)) {
            return records.stream()
                    .findFirst()
                    .map(NamedCsvRecord::getHeader)
                    .orElseThrow(() -> new Unanswerable("the data set " + name + " has no rows"));
        } catch (IllegalArgumentException e) {
            throw new Unanswerable("the data set " + name + " cannot be read: " + e.getMessage());
        }
    }

    private static CsvReader<NamedCsvRecord> open(Path file) throws IOException {
        return CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofNamedCsvRecord(file);
    }

    List<String> column(String column) {
        List<String> cells = columns.get(column);
        if (cells == null) {
            throw new Unanswerable("the data set " + name + " has no column '" + column + "'");
        }
        return cells;
    }

    int rowCount() {
        return columns.values().stream().findFirst().map(List::size).orElse(0);
    }

    String cell(String column, int row) {
        return column(column).get(row);
    }
}

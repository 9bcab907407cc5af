package io.github.modelwarden.tabular;

import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.rendering.NameList;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a scan found in a file.
 *
 * @param file the file
 * @param format its format
 * @param delimiter the separator between cells, empty unless the format is CSV
 * @param rows the number of rows; 0 for a file that has a header only
 * @param blankLines lines without any character that were passed over
 * @param columns the columns that were asked for, in the order of the file
 */
public record TableReport(
        Path file,
        FileFormat format,
        Optional<Character> delimiter,
        long rows,
        long blankLines,
        List<ColumnReport> columns) {

    public TableReport {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(delimiter, "delimiter");
        columns = List.copyOf(columns);
    }

    /**
     * Finds a column.
     *
     * @param name a column name
     * @return its report
     * @throws IllegalArgumentException if the scan did not look at such a column
     */
    public ColumnReport column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("report of " + file + ": expected a column '" + name
                        + "' but the columns are "
                        + NameList.of(columns.stream().map(ColumnReport::name).toList())));
    }

    /**
     * The types of the columns in the blocks, for example to read another file or the same file again with them through
     * {@link TableFile#withTypes}.
     *
     * @return the types by name in the order of the file, without the columns that are left out
     */
    public Map<String, FeatureType> types() {
        Map<String, FeatureType> types = new LinkedHashMap<>();
        columns.forEach(column -> column.kind().featureType().ifPresent(type -> types.put(column.name(), type)));
        return types;
    }

    /** {@return the columns with cells that do not fit their type, in the order of the file} */
    public List<ColumnReport> withProblems() {
        return columns.stream().filter(column -> !column.problems().isEmpty()).toList();
    }

    /** {@return the columns that are left out of the blocks, in the order of the file} */
    public List<ColumnReport> leftOut() {
        return columns.stream().filter(ColumnReport::isLeftOut).toList();
    }
}

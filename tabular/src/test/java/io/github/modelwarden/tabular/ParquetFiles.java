package io.github.modelwarden.tabular;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Writes Parquet files through DuckDB. */
final class ParquetFiles {

    private ParquetFiles() {}

    /** Writes columns of Double, Boolean, String or null; a column named {@code since} is written as dates. */
    static Path write(Path file, Map<String, List<@Nullable Object>> columns) throws IOException {
        List<String> definitions = new ArrayList<>();
        List<String> selections = new ArrayList<>();
        columns.forEach((name, values) -> {
            String column = "c" + definitions.size();
            definitions.add(column + " " + type(values));
            selections.add(
                    column + (name.equals("since") ? "::DATE" : "") + " AS \"" + name.replace("\"", "\"\"") + '"');
        });
        try (DuckDBConnection connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (" + String.join(", ", definitions) + ")");
            try (DuckDBAppender rows = connection.createAppender("t")) {
                append(rows, List.copyOf(columns.values()));
            }
            statement.execute("COPY (SELECT " + String.join(", ", selections) + " FROM t) TO '"
                    + file.toString().replace("'", "''") + "' (FORMAT parquet, ROW_GROUP_SIZE 2048)");
            return file;
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** Writes what a query gives. */
    static Path query(Path file, String sql) throws IOException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (" + sql + ") TO '" + file.toString().replace("'", "''") + "' (FORMAT parquet)");
            return file;
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static String type(List<@Nullable Object> values) {
        Object first = values.stream().filter(Objects::nonNull).findFirst().orElse(0.0);
        return first instanceof String ? "VARCHAR" : first instanceof Boolean ? "BOOLEAN" : "DOUBLE";
    }

    private static void append(DuckDBAppender rows, List<List<@Nullable Object>> columns) throws SQLException {
        for (int row = 0; row < columns.get(0).size(); row++) {
            rows.beginRow();
            for (List<@Nullable Object> column : columns) {
                Object value = column.get(row);
                if (value instanceof Double number) {
                    rows.append(number.doubleValue());
                } else if (value instanceof Boolean truth) {
                    rows.append(truth.booleanValue());
                } else if (value instanceof String text) {
                    rows.append(text);
                } else {
                    rows.appendNull();
                }
            }
            rows.endRow();
        }
    }
}

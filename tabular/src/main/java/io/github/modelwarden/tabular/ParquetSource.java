package io.github.modelwarden.tabular;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A Parquet file, read by DuckDB. Columns are found by position, as DuckDB does not tell names apart by their case. */
final class ParquetSource implements TableSource {

    private static final Set<String> NUMBERS = Set.of(
            "TINYINT",
            "SMALLINT",
            "INTEGER",
            "BIGINT",
            "HUGEINT",
            "UTINYINT",
            "USMALLINT",
            "UINTEGER",
            "UBIGINT",
            "UHUGEINT",
            "FLOAT",
            "DOUBLE",
            "DECIMAL",
            "NULL");
    private static final Set<String> TEXTS = Set.of("VARCHAR", "JSON");
    private static final Set<String> NAMES = Set.of("BOOLEAN", "UUID", "ENUM");
    private static final Set<String> TIMES = Set.of(
            "DATE",
            "TIME",
            "TIME_NS",
            "TIME WITH TIME ZONE",
            "TIMESTAMP",
            "TIMESTAMP_S",
            "TIMESTAMP_MS",
            "TIMESTAMP_NS",
            "TIMESTAMP WITH TIME ZONE");

    private final Path file;
    private final DuckDb database;
    private final List<StoredColumn> columns;
    private final long rows;
    private final long size;

    private ParquetSource(Path file, DuckDb database) throws SQLException, IOException {
        this.file = file;
        this.database = database;
        this.columns = columns(database);
        this.rows = rows(database);
        this.size = Files.size(file);
    }

    static ParquetSource open(Path file, int threads) {
        DuckDb database = DuckDb.open(file, threads);
        boolean isOpen = false;
        try {
            ParquetSource source = new ParquetSource(file, database);
            isOpen = true;
            return source;
        } catch (SQLException e) {
            throw database.unreadable(e);
        } catch (IOException e) {
            throw ByteSource.unreadable(file, e);
        } finally {
            if (!isOpen) {
                database.close();
            }
        }
    }

    private static List<StoredColumn> columns(DuckDb database) throws SQLException {
        database.requireReadable("SELECT * FROM " + table(database));
        List<String> names = names(database);
        List<StoredColumn> columns = new ArrayList<>();
        try (ResultSet types = database.query("DESCRIBE SELECT * FROM " + table(database))) {
            while (types.next() && columns.size() < names.size()) {
                String type = types.getString("column_type").replace("\"NULL\"", "NULL");
                columns.add(new StoredColumn(names.get(columns.size()), storage(type), type));
            }
        }
        return List.copyOf(columns);
    }

    /** The names of the outermost columns as the file has them: the schema lists each column before its parts. */
    private static List<String> names(DuckDb database) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet schema = database.query(
                "SELECT name, coalesce(num_children, 0) FROM parquet_schema(" + database.literal() + ")")) {
            schema.next(); // the root
            long parts = 0;
            while (schema.next()) {
                long children = schema.getLong(2);
                if (parts > 0) {
                    parts += children - 1;
                } else {
                    names.add(schema.getString(1));
                    parts = children;
                }
            }
        }
        return names;
    }

    private static Storage storage(String type) {
        String name = type.contains("(") ? type.substring(0, type.indexOf('(')) : type;
        if (type.endsWith("]")) {
            return Storage.OTHER;
        }
        return NUMBERS.contains(name)
                ? Storage.NUMBERS
                : TEXTS.contains(name)
                        ? Storage.TEXTS
                        : NAMES.contains(name) ? Storage.NAMES : TIMES.contains(name) ? Storage.TIMES : Storage.OTHER;
    }

    private static long rows(DuckDb database) throws SQLException {
        try (ResultSet count =
                database.query("SELECT sum(num_rows)::BIGINT FROM parquet_file_metadata(" + database.literal() + ")")) {
            return count.next() ? count.getLong(1) : 0;
        }
    }

    private static String table(DuckDb database) {
        return "read_parquet(" + database.literal() + ", hive_partitioning = false)";
    }

    Path file() {
        return file;
    }

    DuckDb database() {
        return database;
    }

    long rows() {
        return rows;
    }

    long size() {
        return size;
    }

    @Override
    public List<StoredColumn> columns() {
        return columns;
    }

    @Override
    public Optional<Character> delimiter() {
        return Optional.empty();
    }

    @Override
    public Cells newCells() {
        return new Cells(Dialect.PARQUET, columns.size());
    }

    @Override
    public ParquetReader open(Plan plan) {
        String values = plan.columns().stream().map(ParquetSource::value).collect(Collectors.joining(", "));
        return new ParquetReader(this, database.query("SELECT " + values + " FROM " + table(database)), plan);
    }

    /** The value of a column in SQL. Text comes as bytes, which the driver hands over much faster than strings. */
    private static String value(PlannedColumn column) {
        String position = "#" + (column.index() + 1);
        if (column.isReadAsNothing()) {
            return "CASE WHEN " + position + " IS NULL THEN NULL ELSE 1 END::DOUBLE";
        }
        return column.isReadAsNumbers() ? position + "::DOUBLE" : "encode(" + position + "::VARCHAR)";
    }

    @Override
    public void sample(List<PlannedColumn> wanted, Consumer<Cells> sink) {
        Cells cells = newCells();
        try (ParquetReader reader = open(new Plan(wanted))) {
            if (reader.read(cells)) {
                sink.accept(cells);
            }
        }
    }

    @Override
    public void close() {
        database.close();
    }
}

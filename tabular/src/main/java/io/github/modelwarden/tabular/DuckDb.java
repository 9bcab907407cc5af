package io.github.modelwarden.tabular;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * DuckDB in this process, as a reader of files: it holds no data, keeps nothing on disk, loads nothing from the network,
 * and uses bounded memory. Its driver and native code are loaded when the first one is opened.
 */
final class DuckDb implements AutoCloseable {

    private static final String DRIVER = "org.duckdb.DuckDBDriver";
    private static final String MEMORY = "512MB";

    private final Path file;
    private final Connection connection;

    private DuckDb(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    static DuckDb open(Path file, int threads) {
        Properties settings = new Properties();
        settings.setProperty("jdbc_stream_results", "true");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("temp_directory", "");
        settings.setProperty("memory_limit", MEMORY);
        settings.setProperty("threads", String.valueOf(threads));
        try {
            // not through the service loader, which finds no driver where jars have been merged
            Driver driver = Class.forName(DRIVER)
                    .asSubclass(Driver.class)
                    .getDeclaredConstructor()
                    .newInstance();
            Connection connection = driver.connect("jdbc:duckdb:", settings);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET TimeZone = 'UTC'");
            }
            return new DuckDb(file, connection);
        } catch (ReflectiveOperationException | SQLException | LinkageError e) {
            throw TabularException.of(
                    file,
                    "cannot be read, since DuckDB, which reads Parquet, does not start here (" + reason(e) + ")",
                    e);
        }
    }

    /** The rows of a query; to be closed, which closes its statement too. */
    ResultSet query(String sql) {
        try {
            var statement = connection.createStatement();
            statement.closeOnCompletion();
            return statement.executeQuery(sql);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** Fails with what is wrong with the file, which a streamed result does not tell. */
    void requireReadable(String sql) {
        try {
            connection.prepareStatement(sql).close();
        } catch (SQLException e) {
            throw reason(e).contains("non-root column")
                    ? TabularException.of(file, "is a Parquet file without columns; check the export", e)
                    : unreadable(e);
        }
    }

    /** The file as a text in SQL that stands for itself, not for a pattern of names. */
    String literal() {
        String path = file.toAbsolutePath().toString();
        return "'" + path.replaceAll("[*?\\[]", "[$0]").replace("'", "''") + "'";
    }

    TabularException unreadable(SQLException e) {
        // what the driver says of a streamed result in place of what went wrong
        String reason = reason(e).equals("Invalid result set")
                ? "a part of it is damaged, or one of its row groups needs more than " + MEMORY
                : reason(e);
        return TabularException.of(
                file,
                "cannot be read as Parquet (" + reason + "); copy it again, or write it with smaller row groups",
                e);
    }

    private static String reason(Throwable e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return message.replaceFirst("^[A-Za-z ]+ Error: ", "");
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }
}

package io.github.modelwarden.retraining.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Statements on one connection: binds values by type, and turns failures into sentences. */
final class Sql {

    private static final String UNIQUE_VIOLATION = "23505";

    private final Connection connection;

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** Reads one row of a result. */
    interface Reader<T> {
        T read(Cells cells) throws SQLException;
    }

    int update(String sql, @Nullable Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw new RecordAccess.DuplicateRecordException("a unique key of the store is taken", e);
            }
            throw failed(e);
        }
    }

    <T> List<T> query(Reader<T> reader, String sql, @Nullable Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                Cells cells = new Cells(rows);
                List<T> result = new ArrayList<>();
                while (rows.next()) {
                    result.add(reader.read(cells));
                }
                return result;
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    static IllegalStateException failed(SQLException e) {
        return new IllegalStateException(
                "the retraining store cannot be used (" + e.getMessage()
                        + "); check the database and whether the migration V2__retraining.sql was run",
                e);
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof Instant instant) {
                statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }

    /** The columns of the current row, by name. */
    static final class Cells {
        private final ResultSet rows;

        Cells(ResultSet rows) {
            this.rows = rows;
        }

        String text(String column) throws SQLException {
            return Objects.requireNonNull(rows.getString(column), column);
        }

        @Nullable
        String textOrNull(String column) throws SQLException {
            return rows.getString(column);
        }

        long number(String column) throws SQLException {
            return rows.getLong(column);
        }

        boolean flag(String column) throws SQLException {
            return rows.getBoolean(column);
        }

        Instant instant(String column) throws SQLException {
            return Objects.requireNonNull(instantOrNull(column), column);
        }

        @Nullable
        Instant instantOrNull(String column) throws SQLException {
            OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
            return time == null ? null : time.toInstant();
        }
    }
}

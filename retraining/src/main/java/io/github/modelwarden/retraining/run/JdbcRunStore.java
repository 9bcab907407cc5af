package io.github.modelwarden.retraining.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * A store in H2 or PostgreSQL. The tables come from the migration {@code db/migration/retraining/V2__retraining.sql}; run it
 * first. Each call is one transaction on a connection of its own. Thread-safe if the data source is.
 */
public final class JdbcRunStore extends RetrainingStore {

    private final DataSource dataSource;

    /**
     * A store over a database.
     *
     * @param dataSource gives connections
     */
    public JdbcRunStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    <T> T transaction(Function<RecordAccess, T> work) {
        try (Connection connection = dataSource.getConnection()) {
            boolean before = connection.getAutoCommit();
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                T result = work.apply(new JdbcRecords(new Sql(connection)));
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
                connection.setAutoCommit(before);
            }
        } catch (SQLException e) {
            throw Sql.failed(e);
        }
    }
}

package io.github.modelwarden.retraining.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JdbcRunStoreTest extends RetrainingStoreContract {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private final JdbcConnectionPool pool = emptyDatabase();

    static JdbcConnectionPool emptyDatabase() {
        JdbcConnectionPool pool = JdbcConnectionPool.create(
                "jdbc:h2:mem:retraining" + DATABASES.incrementAndGet() + ";DB_CLOSE_DELAY=-1", "sa", "");
        pool.setMaxConnections(20);
        return pool;
    }

    static RetrainingStore migrated(JdbcConnectionPool pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("runscript from 'classpath:db/migration/retraining/V2__retraining.sql'");
        }
        return new JdbcRunStore(pool);
    }

    @Override
    RetrainingStore store() throws SQLException {
        return migrated(pool);
    }

    @AfterEach
    void close() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown");
        }
        pool.dispose();
    }

    @Test
    void aDatabaseWithoutTablesIsNamedAsTheCause() {
        RetrainingStore store = new JdbcRunStore(pool);
        assertThatThrownBy(() -> store.champion("churn")).hasMessageContaining("V2__retraining.sql");
    }
}

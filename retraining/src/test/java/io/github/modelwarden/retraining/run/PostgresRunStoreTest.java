package io.github.modelwarden.retraining.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The store keeps its contract on a real PostgreSQL, under the migration that is shipped. */
class PostgresRunStoreTest extends RetrainingStoreContract {

    private static final String MIGRATION = "/db/migration/retraining/V2__retraining.sql";
    private static @Nullable PostgresServer server;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        server = PostgresServer.start();
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (server != null) {
            server.stop();
        }
    }

    private static DataSource emptyDatabase() throws SQLException {
        return Objects.requireNonNull(server).emptyDatabase();
    }

    @Override
    RetrainingStore store() throws SQLException, IOException {
        DataSource database = emptyDatabase();
        try (InputStream script = Objects.requireNonNull(JdbcRunStore.class.getResourceAsStream(MIGRATION));
                Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
        return new JdbcRunStore(database);
    }

    @Test
    void aDatabaseWithoutTablesIsNamedAsTheCause() throws SQLException {
        RetrainingStore store = new JdbcRunStore(emptyDatabase());
        assertThatThrownBy(() -> store.champion("churn")).hasMessageContaining("V2__retraining.sql");
    }
}

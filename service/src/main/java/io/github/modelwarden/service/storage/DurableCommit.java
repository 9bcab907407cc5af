package io.github.modelwarden.service.storage;

import java.sql.Connection;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Commits so that nothing committed is lost when the process is killed. PostgreSQL promises that by itself; H2 writes
 * commits to its file in the background, so there a checkpoint follows the commit.
 */
@Component
public final class DurableCommit {

    private final TransactionTemplate transactions;
    private final JdbcTemplate jdbc;
    private final boolean checkpoint;

    DurableCommit(PlatformTransactionManager transactions, JdbcTemplate jdbc, DataSource dataSource) {
        this.transactions = new TransactionTemplate(transactions);
        this.jdbc = jdbc;
        this.checkpoint = Boolean.TRUE.equals(
                new JdbcTemplate(dataSource).execute((ConnectionCallback<Boolean>) DurableCommit::isH2));
    }

    private static boolean isH2(Connection connection) throws java.sql.SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("H2");
    }

    /**
     * Runs work in one transaction and returns once its effects are safe.
     *
     * @param work the statements
     */
    public void run(Runnable work) {
        transactions.executeWithoutResult(status -> work.run());
        if (checkpoint) {
            jdbc.execute("checkpoint");
        }
    }
}

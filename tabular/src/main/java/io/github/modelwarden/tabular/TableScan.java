package io.github.modelwarden.tabular;

import io.github.modelwarden.core.data.Table;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A finished scan.
 *
 * @param consumer the consumer that got all blocks, each row once, with columns of the types in the report
 * @param report what the file holds
 * @param <C> kind of the consumer
 */
public record TableScan<C extends Consumer<Table>>(C consumer, TableReport report) {

    public TableScan {
        Objects.requireNonNull(consumer, "consumer");
        Objects.requireNonNull(report, "report");
    }

    /** {@return the number of rows} */
    public long rows() {
        return report.rows();
    }
}

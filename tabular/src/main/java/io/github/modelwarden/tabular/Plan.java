package io.github.modelwarden.tabular;

import java.util.List;

/** The columns that a scan looks at, in the order of the file. */
record Plan(List<PlannedColumn> columns) {

    Plan {
        columns = List.copyOf(columns);
    }
}

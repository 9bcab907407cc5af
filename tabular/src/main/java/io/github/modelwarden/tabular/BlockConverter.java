package io.github.modelwarden.tabular;

import io.github.modelwarden.core.data.Column;
import java.util.ArrayList;
import java.util.List;

/** Turns cells into the columns of a block. Used by one thread at a time. */
final class BlockConverter {

    private final Plan plan;
    private final CellRules rules;
    private final List<ColumnConverter> converters;

    BlockConverter(Plan plan, CellRules rules) {
        this.plan = plan;
        this.rules = rules;
        this.converters =
                plan.columns().stream().map(column -> column.converter(rules)).toList();
    }

    Block convert(Cells cells) {
        List<Column> columns = new ArrayList<>(converters.size());
        List<Tally> tallies = new ArrayList<>(converters.size());
        for (int i = 0; i < converters.size(); i++) {
            Tally tally = new Tally();
            Column column = converters.get(i).convert(cells, tally);
            addExamples(plan.columns().get(i), cells, tally);
            tallies.add(tally);
            if (column != null) {
                columns.add(column);
            }
        }
        return new Block(cells.rows, columns, tallies);
    }

    private void addExamples(PlannedColumn column, Cells cells, Tally tally) {
        if (cells.firstRow == 1 && !column.isReadAsNothing()) {
            ColumnConverter.addExamples(cells, column.index(), rules, tally);
        }
    }
}

package io.github.modelwarden.drift.report;

import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.Column;
import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two tables with the same columns of the same types, and which of these must not be judged: a column without any value has
 * the type of the other side, and one that cannot be matched is all missing.
 *
 * @param reference the reference
 * @param current the current rows
 * @param unusable columns that must not be judged, with the reason
 */
record MatchedTables(Table reference, Table current, Map<String, String> unusable) {

    static MatchedTables of(Table reference, Table current) {
        List<Column> then = new ArrayList<>();
        List<Column> now = new ArrayList<>();
        Map<String, String> unusable = new LinkedHashMap<>();
        for (String name : reference.columnNames()) {
            Column before = reference.column(name);
            Column after = current.columnNames().contains(name)
                    ? current.column(name)
                    : allMissing(name, before.type(), current.rowCount());
            String reason = reason(before, after, current);
            if (!reason.isEmpty()) {
                unusable.put(name, reason);
            }
            boolean takesTheOther = isAllMissing(before) && !isAllMissing(after);
            then.add(takesTheOther ? allMissing(name, after.type(), reference.rowCount()) : before);
            FeatureType type = takesTheOther ? after.type() : before.type();
            now.add(after.type() == type ? after : allMissing(name, type, current.rowCount()));
        }
        if (Collections.disjoint(reference.columnNames(), current.columnNames())) {
            throw new IllegalArgumentException("drift: expected columns of the reference " + reference.columnNames()
                    + " but the current table has " + current.columnNames() + "; compare tables of the same model");
        }
        return new MatchedTables(Table.of(then), Table.of(now), unusable);
    }

    private static String reason(Column before, Column after, Table current) {
        if (!current.columnNames().contains(after.name())) {
            return "the current table has no column of this name; check the source of this column";
        }
        if (isAllMissing(before) != isAllMissing(after)) {
            return "in the " + (isAllMissing(after) ? "current" : "reference")
                    + " table every value is missing; check the source of this column";
        }
        return before.type() == after.type() || isAllMissing(before)
                ? ""
                : "it is " + before.type().word() + " in the reference and "
                        + after.type().word() + " in the current table; read both with the same types";
    }

    /** A column without rows says nothing: that there are too few is told elsewhere. */
    private static boolean isAllMissing(Column column) {
        for (int row = 0; row < column.size(); row++) {
            if (!column.isMissing(row)) {
                return false;
            }
        }
        return column.size() > 0;
    }

    private static Column allMissing(String name, FeatureType type, int rows) {
        if (type == FeatureType.CATEGORICAL) {
            int[] codes = new int[rows];
            Arrays.fill(codes, CategoricalColumn.MISSING);
            return CategoricalColumn.ofCodes(name, codes, List.of());
        }
        double[] values = new double[rows];
        Arrays.fill(values, Double.NaN);
        return NumericColumn.adopt(name, values);
    }
}

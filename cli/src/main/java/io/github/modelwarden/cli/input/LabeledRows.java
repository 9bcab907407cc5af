package io.github.modelwarden.cli.input;

import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.core.performance.ModelKind;
import io.github.modelwarden.core.performance.PerformanceAccumulator;
import io.github.modelwarden.core.performance.PerformanceColumns;
import io.github.modelwarden.core.performance.PerformanceReport;
import io.github.modelwarden.core.rendering.NameList;
import io.github.modelwarden.tabular.ColumnReport;
import io.github.modelwarden.tabular.TableFile;
import io.github.modelwarden.tabular.TableReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A table with what a model said and what came true.
 *
 * @param path the file
 * @param columns which of its columns hold what
 * @param kind what the model predicts, if the user said so
 * @param missingWords words that stand for a missing value, beside the usual ones
 */
public record LabeledRows(Path path, PerformanceColumns columns, Optional<ModelKind> kind, Set<String> missingWords) {

    public LabeledRows {
        missingWords = Set.copyOf(missingWords);
    }

    /**
     * Measures how good the predictions were.
     *
     * @param progress hears how far reading has come
     * @return the report
     * @throws InputException if the file cannot be used
     */
    public PerformanceReport measure(Progress progress) {
        TableFile file = DataOptions.open(path, missingWords, progress);
        Map<String, String> roles = roles();
        List<String> present = file.columnNames();
        roles.forEach((column, role) -> require(column, role, present));
        try {
            var scan = file.withOnly(roles.keySet())
                    .withTypes(types())
                    .scan(types -> new Feed(PerformanceAccumulator.create(columns), types.keySet(), roles.keySet()));
            TableReport report = scan.report();
            requireRows(report);
            roles.forEach((column, role) -> requireValues(report.column(column), role, report.rows()));
            return scan.consumer().all.report().from(path.toString(), notes(report, roles));
        } catch (IllegalArgumentException e) {
            throw new InputException("file " + path + ": " + e.getMessage(), e);
        }
    }

    /** The option that names each column. */
    private Map<String, String> roles() {
        Map<String, String> roles = new LinkedHashMap<>();
        roles.put(columns.label(), "label");
        columns.prediction().ifPresent(column -> roles.put(column, "prediction"));
        columns.scores().forEach(column -> roles.put(column, "score"));
        return roles;
    }

    private Map<String, FeatureType> types() {
        Map<String, FeatureType> types = new HashMap<>();
        columns.scores().forEach(column -> types.put(column, FeatureType.NUMERIC));
        if (kind.filter(known -> known == ModelKind.REGRESSION).isPresent()) {
            types.put(columns.label(), FeatureType.NUMERIC);
            columns.prediction().ifPresent(column -> types.put(column, FeatureType.NUMERIC));
        }
        return types;
    }

    private void require(String column, String role, List<String> present) {
        if (!present.contains(column)) {
            throw new InputException("file " + path + ": expected the " + role + " column '" + column
                    + "' but the columns are " + NameList.of(present) + "; name another one with --" + role);
        }
    }

    private void requireRows(TableReport report) {
        if (report.rows() == 0) {
            throw new InputException("file " + path
                    + ": expected rows but the table is empty: there is nothing below its header; check the export");
        }
    }

    private void requireValues(ColumnReport column, String role, long rows) {
        if (column.isLeftOut()) {
            throw new InputException("file " + path + ": expected numbers or words in the " + role + " column '"
                    + column.name() + "' but it is " + column.kind().word() + ": " + column.reason()
                    + "; name another one with --" + role);
        }
        if (!column.problems().isEmpty() && unusable(column) + column.missing() == rows) {
            throw new InputException("file " + path + ": expected numbers in the " + role + " column '" + column.name()
                    + "' but none of its cells is one: "
                    + column.problems().get(0).sentence() + "; name another one with --" + role);
        }
    }

    private static long unusable(ColumnReport column) {
        return column.problems().stream().mapToLong(problem -> problem.count()).sum();
    }

    private static List<String> notes(TableReport report, Map<String, String> roles) {
        List<String> notes = new ArrayList<>();
        for (ColumnReport column : report.withProblems()) {
            notes.add(column.problemSentence() + "; "
                    + (unusable(column) == 1 ? "this row counts" : "these rows count") + " as without "
                    + roles.get(column.name()));
        }
        return notes;
    }

    /** Hands blocks on; a column that a scan leaves out is spoken of when the scan has ended. */
    private static final class Feed implements Consumer<Table> {

        private final PerformanceAccumulator all;
        private final boolean complete;

        private Feed(PerformanceAccumulator all, Set<String> read, Set<String> wanted) {
            this.all = all;
            this.complete = read.containsAll(wanted);
        }

        @Override
        public void accept(Table block) {
            if (complete) {
                all.accept(block);
            }
        }
    }
}

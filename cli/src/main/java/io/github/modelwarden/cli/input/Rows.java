package io.github.modelwarden.cli.input;

import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.rendering.NameList;
import io.github.modelwarden.tabular.ColumnReport;
import io.github.modelwarden.tabular.FileFormat;
import io.github.modelwarden.tabular.TableReport;
import io.github.modelwarden.tabular.TypeSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a scan of a table means for the verdicts on its columns. */
final class Rows {

    private Rows() {}

    /** Refuses a table without rows. */
    static void requireAny(TableReport report) {
        if (report.rows() == 0) {
            throw new InputException("file " + report.file() + ": expected rows but the table is empty"
                    + (report.format() == FileFormat.CSV ? ": there is nothing below its header" : "")
                    + "; check the export");
        }
    }

    /** Refuses a table without rows, or without a column that can be profiled. */
    static void require(TableReport report) {
        requireAny(report);
        if (report.types().isEmpty()) {
            throw new InputException("file " + report.file()
                    + ": expected numeric or categorical columns but there are none: "
                    + NameList.of(report.leftOut().stream()
                            .map(column -> "'" + column.name() + "' is "
                                    + column.kind().word())
                            .toList()));
        }
    }

    /** Columns that must not be judged because of this file, with the reason as the part of a sentence. */
    static Map<String, String> problems(TableReport report, String side) {
        Map<String, String> problems = new LinkedHashMap<>();
        for (ColumnReport column : report.columns()) {
            if (!column.problems().isEmpty()) {
                String cells = column.problems().stream()
                        .map(problem -> problem.sentence())
                        .collect(Collectors.joining("; "));
                problems.put(
                        column.name(),
                        "in the " + side + " file this column is numeric, but " + cells
                                + "; mend or empty these cells, or declare the column categorical in a schema");
            } else if (!column.isLeftOut() && column.missing() == report.rows()) {
                problems.put(
                        column.name(),
                        "in the " + side + " file "
                                + (report.rows() == 1
                                        ? "the only value"
                                        : "every one of the " + report.rows() + " values")
                                + " is missing; check the source of this column");
            }
        }
        return problems;
    }

    /** What a reader should know about columns that take no part. */
    static List<String> notes(TableReport report) {
        List<String> notes = new ArrayList<>();
        for (ColumnReport column : report.leftOut()) {
            notes.add("column '" + column.name() + "' of " + report.file().getFileName() + " is left out: it is "
                    + column.kind().word() + " (" + column.reason() + ")");
        }
        notes.addAll(doubts(report));
        long numeric = count(report, FeatureType.NUMERIC);
        long categorical = count(report, FeatureType.CATEGORICAL);
        if (report.columns().stream().anyMatch(column -> column.source() == TypeSource.INFERRED)) {
            notes.add("the types of the columns were inferred from "
                    + report.file().getFileName() + ": " + numeric
                    + " numeric, " + categorical
                    + " categorical; declare them in a schema (--schema) to be sure, and see"
                    + " each with: modelwarden profile --data FILE");
        }
        return notes;
    }

    /** Columns whose cells may be meant otherwise than they were read. */
    static List<String> doubts(TableReport report) {
        return report.columns().stream()
                .filter(column -> column.advice().isPresent())
                .map(column -> "column '" + column.name() + "' of "
                        + report.file().getFileName() + " is " + column.kind().word() + " ("
                        + column.reasonAndAdvice() + ")")
                .toList();
    }

    private static long count(TableReport report, FeatureType type) {
        return report.types().values().stream().filter(type::equals).count();
    }
}

package io.github.modelwarden.core.quality;

import io.github.modelwarden.core.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a check found out about a table.
 *
 * @param source what the rows come from, such as the name of a file; empty if nobody said
 * @param rows the number of rows checked
 * @param falseAlarms probability that unchanged data has even one constraint called failed
 * @param findings one for each constraint, in the order of the {@link ConstraintSet}; copied
 * @param notes what a reader has to know beside them, in sentences; copied
 */
public record QualityReport(
        Optional<String> source, long rows, double falseAlarms, List<Finding> findings, List<String> notes) {

    /** Version of the JSON form; it grows when a field changes its meaning or is removed. */
    public static final int SCHEMA_VERSION = 1;

    public QualityReport {
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    /**
     * Says what the rows come from, and what a reader has to know of it.
     *
     * @param name the source, such as the name of a file
     * @param more notes, put behind those that are there
     * @return the report with this source
     */
    public QualityReport from(String name, List<String> more) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(more);
        return new QualityReport(Optional.of(name), rows, falseAlarms, findings, all);
    }

    /** {@return failed if any constraint is broken, else inconclusive if any could not be judged, else passed} */
    public Verdict verdict() {
        return findings.stream().map(Finding::verdict).max(Verdict::compareTo).orElse(Verdict.PASSED);
    }

    /**
     * The findings with a verdict.
     *
     * @param verdict the verdict
     * @return the findings, in order
     */
    public List<Finding> findings(Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).toList();
    }

    /**
     * The broken constraints of a severity or worse.
     *
     * @param severity the least severity
     * @return their findings, in order
     */
    public List<Finding> failures(Severity severity) {
        return findings.stream()
                .filter(finding ->
                        finding.failed() && finding.constraint().severity().compareTo(severity) >= 0)
                .toList();
    }

    /**
     * The report as JSON, as {@code quality-report-1.schema.json} beside this class says.
     *
     * @return an object with {@code schema_version}, {@code verdict}, {@code source}, {@code rows}, {@code false_alarms}, the
     *     number of findings by verdict, {@code notes}, and {@code findings}: each with {@code constraint}, {@code column} (null for the table),
     *     {@code severity}, {@code verdict}, {@code measured}, {@code allowed}, {@code count}, {@code rows}, {@code
     *     examples}, {@code sentence}, and {@code rows_needed} for an inconclusive one
     */
    public String toJson() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("schema_version", SCHEMA_VERSION);
        report.put("verdict", verdict().word());
        report.put("source", source);
        report.put("rows", rows);
        report.put("false_alarms", falseAlarms);
        for (Verdict verdict : Verdict.values()) {
            report.put(verdict.word(), findings(verdict).size());
        }
        report.put("notes", notes);
        report.put("findings", findings.stream().map(QualityReport::json).toList());
        return JsonText.of(report);
    }

    private static Map<String, Object> json(Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        Constraint constraint = finding.constraint();
        json.put("constraint", constraint.kind().word());
        json.put("column", constraint.subject());
        if (constraint instanceof Constraint.NoDuplicates duplicates) {
            json.put("key", duplicates.key());
        }
        json.put("severity", constraint.severity().word());
        json.put("verdict", finding.verdict().word());
        json.put("measured", finding.measured().value());
        json.put("allowed", finding.measured().allowed());
        json.put("count", finding.measured().count());
        json.put("rows", finding.measured().rows());
        List<Map<String, Object>> examples = new ArrayList<>();
        for (Example example : finding.examples()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("row", example.row());
            row.put("value", example.value());
            examples.add(row);
        }
        json.put("examples", examples);
        json.put("sentence", finding.sentence());
        if (finding.verdict() == Verdict.INCONCLUSIVE) {
            json.put("rows_needed", finding.measured().rowsNeeded());
        }
        return json;
    }

    /**
     * The report for people: a summary, then what failed, the critical ones first, then what could not be judged, then what
     * breaks a constraint more than is tolerated but no more than chance explains.
     *
     * @return lines of text, the last one ended too
     */
    public String toText() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "Data quality%s: %s. %s, %s: %s passed, %s failed, %s inconclusive.\n",
                source.map(name -> " of " + name).orElse(""),
                verdict().word(),
                Words.counted(rows, "row"),
                Words.counted(findings.size(), "constraint"),
                Words.count(findings(Verdict.PASSED).size()),
                Words.count(findings(Verdict.FAILED).size()),
                Words.count(findings(Verdict.INCONCLUSIVE).size())));
        List<Finding> warnings = new ArrayList<>(findings(Verdict.FAILED));
        List<Finding> critical = failures(Severity.CRITICAL);
        warnings.removeAll(critical);
        section(text, "Failed, critical", critical);
        section(text, "Failed, warning", warnings);
        section(text, "Inconclusive", findings(Verdict.INCONCLUSIVE));
        String byChance = byChance();
        if (!byChance.isEmpty()) {
            text.append("\nPassed, although not clean, as chance explains it: ")
                    .append(byChance)
                    .append(".\n");
        }
        notes.forEach(note -> text.append("\nNote: ").append(note).append(".\n"));
        return text.toString();
    }

    private String byChance() {
        return findings(Verdict.PASSED).stream()
                .filter(finding -> finding.constraint() instanceof Constraint.ByShare limited
                        && finding.measured().value().orElse(0)
                                > limited.tolerance().share())
                .map(finding -> name(finding.constraint()) + " ("
                        + Words.count(finding.measured().count()) + " of "
                        + Words.count(finding.measured().rows()) + ")")
                .collect(Collectors.joining("; "));
    }

    private static void section(StringBuilder text, String title, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        text.append('\n').append(title).append(":\n");
        for (Finding finding : findings) {
            text.append("  ").append(name(finding.constraint())).append(": ").append(finding.sentence());
            if (!finding.examples().isEmpty()) {
                text.append(" (")
                        .append(examples(finding.constraint(), finding.examples()))
                        .append(')');
            }
            text.append('\n');
        }
    }

    private static String name(Constraint constraint) {
        String kind = constraint.kind().word().replace('_', ' ');
        if (constraint instanceof Constraint.NoDuplicates duplicates
                && !duplicates.key().isEmpty()) {
            return kind + " of " + Words.names(duplicates.key());
        }
        return constraint.subject().map(column -> column + ", " + kind).orElse(kind);
    }

    private static String examples(Constraint constraint, List<Example> examples) {
        return examples.stream()
                .map(example -> "row " + example.row() + value(constraint, example))
                .collect(Collectors.joining(", "));
    }

    private static String value(Constraint constraint, Example example) {
        String before = constraint.kind() == Constraint.Kind.DUPLICATES ? " " : ": ";
        return example.value().map(value -> before + Words.shortened(value)).orElse("");
    }
}

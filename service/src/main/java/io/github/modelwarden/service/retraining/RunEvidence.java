package io.github.modelwarden.service.retraining;

import io.github.modelwarden.retraining.gate.GateReport;
import io.github.modelwarden.retraining.policy.Evidence;
import io.github.modelwarden.retraining.run.RetrainingRun;
import io.github.modelwarden.service.web.Fields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The stored evidence and gate report of a run, as JSON. What cannot be read back is shown as its text. */
@Component
final class RunEvidence {

    List<Map<String, @Nullable Object>> lines(RetrainingRun run) {
        return run.plan().evidence().lines().map(RunEvidence::line).toList();
    }

    private static Map<String, @Nullable Object> line(String line) {
        try {
            return RetrainingController.evidence(Evidence.parse(line));
        } catch (IllegalArgumentException e) {
            return text(line);
        }
    }

    @Nullable
    Map<String, @Nullable Object> gate(RetrainingRun run) {
        String report = run.result().report();
        if (report == null || run.result().verdict() == null) {
            // without a verdict the data check stopped the run, and the report is a list of findings
            return report == null ? null : text(report);
        }
        try {
            return gate(GateReport.parse(report));
        } catch (IllegalArgumentException e) {
            return text(report);
        }
    }

    private static Map<String, @Nullable Object> gate(GateReport report) {
        return Fields.create()
                .put("metric", report.metric().word())
                .put("champion", report.champion())
                .put("challenger", report.challenger())
                .put("difference", report.difference())
                .put("lower_bound", report.lower())
                .put("upper_bound", report.upper())
                .put("p_value", report.pValue())
                .put("n", report.rows())
                .put("verdict", report.verdict().word())
                .put("text", report.sentence())
                .build();
    }

    private static Map<String, @Nullable Object> text(String text) {
        return Fields.create().put("text", text).build();
    }
}

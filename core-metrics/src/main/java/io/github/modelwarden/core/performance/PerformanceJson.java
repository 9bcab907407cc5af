package io.github.modelwarden.core.performance;

import io.github.modelwarden.core.json.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A performance report as JSON. */
final class PerformanceJson {

    private PerformanceJson() {}

    static String of(PerformanceReport report) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("schema_version", PerformanceReport.SCHEMA_VERSION);
        json.put("source", report.source());
        json.put("kind", report.kind().word());
        json.put("kind_reason", report.kindReason());
        json.put("positive", report.positive());
        json.put("confidence", report.confidence());
        json.put("rows", report.rows().rows());
        json.put("labeled", report.rows().labeled());
        json.put("coverage", report.rows().coverage());
        json.put("unpredicted", report.rows().unpredicted());
        json.put("unscored", report.rows().unscored());
        json.put("metrics", metrics(report.metrics()));
        if (!report.classes().isEmpty()) {
            json.put(
                    "classes",
                    report.classes().stream().map(PerformanceJson::byClass).toList());
        }
        report.matrix().ifPresent(matrix -> json.put("confusion_matrix", matrix(matrix)));
        if (!report.reliability().isEmpty()) {
            json.put(
                    "reliability_curve",
                    report.reliability().stream()
                            .map(bin -> bin(bin, report.confidence()))
                            .toList());
        }
        if (!report.rocCurve().isEmpty()) {
            json.put(
                    "roc_curve",
                    report.rocCurve().stream().map(PerformanceJson::point).toList());
        }
        json.put("notes", report.notes());
        return JsonText.of(json);
    }

    private static Map<String, Object> metrics(List<ReportedMetric> metrics) {
        Map<String, Object> json = new LinkedHashMap<>();
        metrics.forEach(metric -> json.put(metric.name(), metric(metric)));
        return json;
    }

    private static Map<String, @Nullable Object> metric(ReportedMetric metric) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        if (metric.estimate().isPresent()) {
            Estimate estimate = metric.estimate().get();
            json.put("value", estimate.value());
            json.put("lower", estimate.lower());
            json.put("upper", estimate.upper());
            json.put("method", estimate.method().word());
            json.put("count", estimate.sampleCount());
        } else {
            json.put("value", null);
            json.put("reason", metric.reason());
        }
        return json;
    }

    private static Map<String, Object> matrix(ReportedMatrix matrix) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("labels", matrix.labels());
        json.put("counts", matrix.counts());
        return json;
    }

    private static Map<String, Object> byClass(ReportedClass reported) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("label", reported.label());
        json.put("support", reported.support());
        json.put("metrics", metrics(reported.metrics()));
        return json;
    }

    private static Map<String, Object> bin(ReliabilityBin bin, double confidence) {
        Estimate share = bin.positiveShareEstimate(confidence);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("from", bin.lower());
        json.put("to", bin.upper());
        json.put("count", bin.count());
        json.put("mean_score", bin.meanScore());
        json.put("positive_share", share.value());
        json.put("lower", share.lower());
        json.put("upper", share.upper());
        return json;
    }

    private static Map<String, Object> point(RocPoint point) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("threshold", point.threshold());
        json.put("false_positive_rate", point.falsePositiveRate());
        json.put("true_positive_rate", point.truePositiveRate());
        return json;
    }
}

package io.github.modelwarden.drift.rendering;

import io.github.modelwarden.core.json.JsonText;
import io.github.modelwarden.drift.DriftResult;
import io.github.modelwarden.drift.TestStatistic;
import io.github.modelwarden.drift.report.BinShare;
import io.github.modelwarden.drift.report.DetectableChange;
import io.github.modelwarden.drift.report.DriftReport;
import io.github.modelwarden.drift.report.FeatureDrift;
import io.github.modelwarden.drift.report.FeatureSummary;
import io.github.modelwarden.drift.report.JointDrift;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A drift report as JSON, for programs. The form is versioned and published as a JSON schema; within a version fields are
 * only added. Undefined numbers are null or left out.
 */
public final class DriftJson {

    /** The version of the form. */
    public static final int SCHEMA_VERSION = 1;

    private DriftJson() {}

    /**
     * Writes a report.
     *
     * @param subject what it is about
     * @param report the report
     * @return the JSON text
     */
    public static String of(ReportSubject subject, DriftReport report) {
        Map<String, @Nullable Object> root = new LinkedHashMap<>();
        root.put("schema_version", SCHEMA_VERSION);
        root.put("verdict", report.verdict());
        root.put("alpha", report.alpha());
        root.put("correction", report.correction().word());
        root.put("minimum_effect", report.minimumEffect());
        root.put("reference", source(subject.reference(), subject.referenceRows()));
        root.put("current", source(subject.current(), subject.currentRows()));
        root.put("drifted_features", report.driftedFeatures());
        root.put("notes", subject.notes());
        root.put("features", features(report));
        if (!report.joint().isEmpty()) {
            root.put("joint", report.joint().stream().map(DriftJson::joint).toList());
        }
        return JsonText.of(root);
    }

    /**
     * The features of a report, for a document that says more than the report.
     *
     * @param report the report
     * @return one map a feature, in the order of the report; undefined numbers are null
     */
    public static List<Map<String, @Nullable Object>> features(DriftReport report) {
        List<String> ranked =
                report.ranked().stream().map(FeatureDrift::feature).toList();
        return report.features().stream()
                .map(feature -> feature(feature, ranked.indexOf(feature.feature()) + 1))
                .toList();
    }

    private static Map<String, @Nullable Object> feature(FeatureDrift feature, int rank) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("feature", feature.feature());
        fields.put("type", feature.type().word());
        fields.put("verdict", feature.result().verdict());
        if (feature.result() instanceof DriftResult.Inconclusive inconclusive) {
            fields.put("reason", inconclusive.reason());
            fields.put("rows_needed", inconclusive.rowsNeeded());
        }
        feature.deciding().ifPresent(test -> fields.put("p_value", orNull(test.pValue())));
        fields.put("adjusted_p_value", orNull(feature.adjustedPValue()));
        fields.put("rank", rank);
        fields.put("output_effect", orNull(feature.evidence().outputEffect()));
        fields.put("sentence", feature.sentence());
        fields.put("tests", feature.tests().stream().map(DriftJson::test).toList());
        fields.put("bins", feature.bins().stream().map(DriftJson::bin).toList());
        fields.put("reference", side(feature.evidence().reference()));
        fields.put("current", side(feature.evidence().current()));
        feature.evidence().detectable().ifPresent(change -> fields.put("detectable_change", detectable(change)));
        return fields;
    }

    private static Map<String, @Nullable Object> joint(JointDrift joint) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("test", joint.test());
        fields.put("verdict", joint.result().verdict());
        if (joint.result() instanceof DriftResult.Inconclusive inconclusive) {
            fields.put("reason", inconclusive.reason());
            fields.put("rows_needed", inconclusive.rowsNeeded());
        }
        joint.measured().ifPresent(measured -> {
            fields.putAll(test(measured.statistic()));
            fields.put("expected_value", measured.expectedValue());
            Map<String, @Nullable Object> shares = new LinkedHashMap<>();
            measured.features().forEach(share -> shares.put(share.feature(), share.share()));
            fields.put("feature_shares", shares);
        });
        fields.put("adjusted_p_value", orNull(joint.adjustedPValue()));
        fields.put("sentence", joint.sentence());
        return fields;
    }

    private static Map<String, @Nullable Object> source(String name, long rows) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("source", name);
        fields.put("rows", rows);
        return fields;
    }

    private static Map<String, @Nullable Object> test(TestStatistic test) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("statistic", test.name());
        fields.put("value", test.value());
        if (test.pValue().isPresent()) {
            fields.put("p_value", orNull(test.pValue()));
        }
        fields.put("effect", test.effect());
        fields.put("reference_count", test.referenceCount());
        fields.put("current_count", test.currentCount());
        return fields;
    }

    private static Map<String, @Nullable Object> bin(BinShare bin) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("bin", bin.bin());
        fields.put("description", bin.description());
        fields.put("reference_count", bin.referenceCount());
        fields.put("current_count", bin.currentCount());
        fields.put("reference_ratio", bin.referenceRatio());
        fields.put("current_ratio", bin.currentRatio());
        fields.put("contribution", bin.contribution());
        return fields;
    }

    private static Map<String, @Nullable Object> side(FeatureSummary side) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("rows", side.rows());
        fields.put("missing", side.missing());
        fields.put("mean", orNull(side.mean()));
        fields.put("standard_deviation", orNull(side.standardDeviation()));
        fields.put("min", orNull(side.min()));
        fields.put("max", orNull(side.max()));
        return fields;
    }

    private static Map<String, @Nullable Object> detectable(DetectableChange change) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("power", change.power());
        fields.put("alpha", change.alpha());
        fields.put("psi", change.psi());
        fields.put("shift", orNull(change.shift()));
        fields.put("shift_stddevs", orNull(change.shiftStddevs()));
        fields.put("share_points", orNull(change.sharePoints()));
        OptionalLong rows = change.rowsForModerateDrift();
        fields.put("rows_for_moderate_drift", rows.isPresent() ? (Long) rows.getAsLong() : null);
        return fields;
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? (Double) value.getAsDouble() : null;
    }
}

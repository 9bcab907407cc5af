package io.github.modelwarden.core.profile;

import io.github.modelwarden.core.binning.Binning;
import io.github.modelwarden.core.json.JsonText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Profiles as JSON, for people and scripts to look at; it is not read back. Every value is in exactly one of the bins of a
 * feature: where the reference range is known, those below and above it have bins of their own here. Numbers that are
 * undefined are null.
 */
public final class ProfileJson {

    /** Id of the bin of values below the reference range. */
    public static final String BELOW_RANGE = "below_range";

    /** Id of the bin of values above the reference range. */
    public static final String ABOVE_RANGE = "above_range";

    private static final double[] QUANTILES = {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99};

    private ProfileJson() {}

    /**
     * A baseline as JSON.
     *
     * @param baseline the baseline
     * @return an object with {@code format_version}, {@code id}, {@code rows}, {@code metadata} and {@code features}
     */
    public static String of(Baseline baseline) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("format_version", BaselineCodec.VERSION);
        json.put("id", baseline.id());
        json.put("rows", baseline.rows());
        json.put("metadata", baseline.metadata());
        json.put("features", features(baseline.profile()));
        return JsonText.of(json);
    }

    /**
     * A profile as JSON.
     *
     * @param profile the profile
     * @return an object with {@code format_version}, {@code rows} and {@code features}
     */
    public static String of(DatasetProfile profile) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("format_version", BaselineCodec.VERSION);
        json.put("rows", profile.rows());
        json.put("features", features(profile));
        return JsonText.of(json);
    }

    private static List<Map<String, @Nullable Object>> features(DatasetProfile profile) {
        return profile.features().stream().map(ProfileJson::feature).toList();
    }

    private static Map<String, @Nullable Object> feature(FeatureProfile profile) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("feature", profile.feature());
        json.put("type", profile.binning().type().word());
        json.put("rows", profile.total());
        json.put("missing", profile.missing());
        DistinctCount distinct = profile.distinct();
        boolean counted = distinct.count() > 0 || profile.total() == profile.missing();
        json.put("distinct", counted ? distinct.count() : null);
        json.put("distinct_is_exact", counted ? distinct.isExact() : null);
        if (profile.summary() instanceof NumericSummary numeric) {
            numbers(profile, json);
            json.put("bins", bins(numeric, profile));
        } else {
            json.put("bins", bins(profile.counts(), profile));
            heavyHitters(profile.heavyHitters(), json);
        }
        return json;
    }

    private static void numbers(FeatureProfile profile, Map<String, @Nullable Object> json) {
        Moments moments = profile.moments();
        json.put("mean", moments.mean());
        json.put("standard_deviation", moments.standardDeviation());
        json.put("min", moments.min());
        json.put("max", moments.max());
        Map<String, Double> quantiles = new LinkedHashMap<>();
        for (double q : QUANTILES) {
            quantiles.put(Double.toString(q), profile.quantile(q));
        }
        json.put("quantiles", quantiles);
        json.put("cells", profile.cellCounts().length);
        json.put("cells_are_exact", profile.hasExactCells());
    }

    private static List<Map<String, @Nullable Object>> bins(NumericSummary numeric, FeatureProfile profile) {
        double min = numeric.binning().min();
        double max = numeric.binning().max();
        if (Double.isInfinite(min)) {
            return bins(profile.counts(), profile);
        }
        List<Map<String, @Nullable Object>> bins = bins(numeric.countsWithin(), profile);
        bins.add(0, bin(BELOW_RANGE, "< " + min, profile.belowRange(), profile));
        bins.add(bins.size() - 1, bin(ABOVE_RANGE, "> " + max, profile.aboveRange(), profile));
        return bins;
    }

    private static List<Map<String, @Nullable Object>> bins(long[] counts, FeatureProfile profile) {
        Binning binning = profile.binning();
        boolean scored = Arrays.stream(profile.scoredCounts()).anyMatch(count -> count > 0);
        List<Map<String, @Nullable Object>> bins = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            Map<String, @Nullable Object> bin =
                    bin(binning.ids().get(i), binning.descriptions().get(i), counts[i], profile);
            if (scored) {
                bin.put("mean_score", profile.scoreSums()[i] / profile.scoredCounts()[i]);
            }
            bins.add(bin);
        }
        return bins;
    }

    private static Map<String, @Nullable Object> bin(
            String id, String description, long count, FeatureProfile profile) {
        Map<String, @Nullable Object> bin = new LinkedHashMap<>();
        bin.put("id", id);
        bin.put("description", description);
        bin.put("count", count);
        bin.put("share", (double) count / profile.total());
        return bin;
    }

    private static void heavyHitters(HeavyHitters hitters, Map<String, @Nullable Object> json) {
        List<Map<String, Object>> values = new ArrayList<>();
        hitters.counts().forEach((value, count) -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("value", value);
            entry.put("count", count);
            values.add(entry);
        });
        json.put("heavy_hitters", values);
        json.put("heavy_hitters_maximum_undercount", hitters.maximumUndercount());
    }
}

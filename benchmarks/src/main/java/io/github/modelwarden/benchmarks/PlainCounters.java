package io.github.modelwarden.benchmarks;

import io.github.modelwarden.core.binning.NumericBinning;
import io.github.modelwarden.core.profile.Baseline;
import io.github.modelwarden.core.profile.DatasetProfile;
import io.github.modelwarden.core.profile.FeatureProfile;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The plain way to count a prediction: maps by name, boxed counters, binary search over the edges. */
final class PlainCounters {

    private final Map<String, double[]> edges = new HashMap<>();
    private final Map<String, Map<String, Long>> counts = new HashMap<>();

    PlainCounters(Baseline baseline) {
        for (FeatureProfile profile : baseline.profile().features()) {
            counts.put(profile.feature(), new HashMap<>());
            if (profile.binning() instanceof NumericBinning numeric) {
                edges.put(profile.feature(), numeric.edges());
            }
        }
    }

    void accept(Map<String, Object> values, double score, String predicted) {
        values.forEach(this::count);
        count(DatasetProfile.SCORE, score);
        count(DatasetProfile.CLASS, predicted);
    }

    private void count(String feature, Object value) {
        double[] inner = edges.get(feature);
        String bin = inner == null ? value.toString() : Integer.toString(bin(inner, (Double) value));
        counts.getOrDefault(feature, new HashMap<>()).merge(bin, 1L, Long::sum);
    }

    private static int bin(double[] inner, double value) {
        int found = Arrays.binarySearch(inner, value);
        return found < 0 ? -found - 1 : found;
    }

    Map<String, Long> counts(String feature) {
        return counts.getOrDefault(feature, Map.of());
    }
}

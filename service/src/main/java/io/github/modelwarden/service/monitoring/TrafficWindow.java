package io.github.modelwarden.service.monitoring;

import io.github.modelwarden.core.data.Feature;
import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.core.profile.DatasetProfile;
import io.github.modelwarden.service.champion.Champion;
import io.github.modelwarden.service.prediction.Prediction;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The recent traffic of one model version: profiles by time slice, so that old traffic leaves the window, and the latest
 * rows as single values. Thread-safe.
 */
final class TrafficWindow {

    private static final int SLICES = 30;

    private final Champion champion;
    private final Schema schema;
    private final Duration length;
    private final long sliceMillis;
    private final TreeMap<Long, DatasetProfile> slices = new TreeMap<>();
    private final double[][] recent;
    private final long[] recentTimes;
    private long rows;

    TrafficWindow(Champion champion, Schema schema, Duration length, int sampleRows) {
        this.champion = champion;
        this.schema = schema;
        this.length = length;
        this.sliceMillis = Math.max(1, length.toMillis() / SLICES);
        this.recent = new double[schema.size() + 1][sampleRows];
        this.recentTimes = new long[sampleRows];
    }

    /** What the window holds at a moment. */
    record Content(DatasetProfile profile, Map<String, double[]> samples) {}

    Champion champion() {
        return champion;
    }

    synchronized void accept(Prediction prediction) {
        if (!prediction.version().equals(champion.version())) {
            return;
        }
        long time = prediction.at().toEpochMilli();
        slices.computeIfAbsent(time / sliceMillis, start -> champion.baseline().emptyProfile())
                .accept(prediction.row(), prediction.score(), prediction.label());
        int slot = (int) (rows % recentTimes.length);
        for (int i = 0; i < schema.size(); i++) {
            recent[i][slot] = prediction.row().number(i);
        }
        recent[schema.size()][slot] = prediction.score();
        recentTimes[slot] = time;
        rows++;
    }

    synchronized Content content(Instant now) {
        long from = now.minus(length).toEpochMilli();
        slices.headMap(Math.floorDiv(from, sliceMillis), true).clear();
        DatasetProfile profile = champion.baseline().emptyProfile();
        slices.values().forEach(profile::combine);
        Map<String, double[]> samples = new HashMap<>();
        for (int i = 0; i < schema.size(); i++) {
            Feature feature = schema.features().get(i);
            if (feature.type() == FeatureType.NUMERIC) {
                samples.put(feature.name(), since(recent[i], from));
            }
        }
        samples.put(DatasetProfile.SCORE, since(recent[schema.size()], from));
        return new Content(profile, samples);
    }

    private double[] since(double[] values, long from) {
        int filled = (int) Math.min(rows, recentTimes.length);
        double[] kept = new double[filled];
        int n = 0;
        for (int i = 0; i < filled; i++) {
            if (recentTimes[i] >= from) {
                kept[n++] = values[i];
            }
        }
        return Arrays.copyOf(kept, n);
    }
}

package io.github.modelwarden.service.monitoring;

import io.github.modelwarden.core.profile.DatasetProfile;
import io.github.modelwarden.service.champion.Champion;
import io.github.modelwarden.service.prediction.Prediction;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;

/** The recent traffic of one model version: profiles by time slice, so that old traffic leaves the window. Thread-safe. */
final class TrafficWindow {

    private static final int SLICES = 30;

    private final Champion champion;
    private final Duration length;
    private final long sliceMillis;
    private final TreeMap<Long, DatasetProfile> slices = new TreeMap<>();

    TrafficWindow(Champion champion, Duration length) {
        this.champion = champion;
        this.length = length;
        this.sliceMillis = Math.max(1, length.toMillis() / SLICES);
    }

    Champion champion() {
        return champion;
    }

    synchronized void accept(Prediction prediction) {
        if (!prediction.version().equals(champion.version())) {
            return;
        }
        slices.computeIfAbsent(
                        prediction.at().toEpochMilli() / sliceMillis,
                        start -> champion.baseline().emptyProfile())
                .accept(prediction.row(), prediction.score(), prediction.label());
    }

    /** What the window holds at a moment. */
    synchronized DatasetProfile profile(Instant now) {
        long from = now.minus(length).toEpochMilli();
        slices.headMap(Math.floorDiv(from, sliceMillis), true).clear();
        DatasetProfile profile = champion.baseline().emptyProfile();
        slices.values().forEach(profile::combine);
        return profile;
    }
}

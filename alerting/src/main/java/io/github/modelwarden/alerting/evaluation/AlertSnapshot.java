package io.github.modelwarden.alerting.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an evaluation has to know of the one before. Immutable. */
public final class AlertSnapshot {

    private static final AlertSnapshot EMPTY = new AlertSnapshot(Map.of());

    private final Map<AlertKey, Track> tracks;

    AlertSnapshot(Map<AlertKey, Track> tracks) {
        this.tracks = Collections.unmodifiableMap(new LinkedHashMap<>(tracks));
    }

    /** {@return the snapshot before the first evaluation} */
    public static AlertSnapshot empty() {
        return EMPTY;
    }

    Map<AlertKey, Track> tracks() {
        return tracks;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AlertSnapshot that && tracks.equals(that.tracks);
    }

    @Override
    public int hashCode() {
        return tracks.hashCode();
    }

    @Override
    public String toString() {
        return "AlertSnapshot[" + tracks.size() + " alerts]";
    }
}

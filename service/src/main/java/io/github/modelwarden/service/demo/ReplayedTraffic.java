package io.github.modelwarden.service.demo;

import io.github.modelwarden.core.data.Label;
import io.github.modelwarden.service.dataset.Dataset.LabeledFeatures;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The rows of a user's table, each once, in replay order. */
final class ReplayedTraffic implements TrafficSource {

    private final int size;
    private final Iterator<LabeledFeatures> rows;
    private final Label label;

    ReplayedTraffic(List<LabeledFeatures> rows, Label label) {
        this.size = rows.size();
        this.rows = rows.iterator();
        this.label = label;
    }

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public String description() {
        return "Replays " + size + " rows of the given table as traffic.";
    }

    @Override
    public Optional<Duration> shiftAfter() {
        return Optional.of(Duration.ZERO);
    }

    @Override
    public Optional<Visit> next(Duration sinceStart) {
        if (!rows.hasNext()) {
            return Optional.empty();
        }
        LabeledFeatures row = rows.next();
        return Optional.of(new Visit(row.features(), label.word(row.positive())));
    }
}

package io.github.modelwarden.retraining.run;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A store in memory, for tests and for trying things out: everything is gone when the process ends. Thread-safe. */
public final class InMemoryRunStore extends RetrainingStore {

    private final Clock clock;
    private Records records = new Records();

    /**
     * An empty store.
     *
     * @param clock the clock that leases are measured by
     */
    public InMemoryRunStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    synchronized <T> T transaction(Function<RecordAccess, T> work) {
        Records copy = records.copy();
        T result = work.apply(new Access(copy, clock.instant()));
        records = copy;
        return result;
    }

    /** All records; a transaction works on a copy that replaces the original when it succeeds. */
    private static final class Records {
        private final Map<String, RetrainingRun> runs = new LinkedHashMap<>();
        private final Map<String, String> runIdByDedupeKey = new HashMap<>();
        private final List<RunEvent> events = new ArrayList<>();
        private final List<LoggedDecision> decisions = new ArrayList<>();
        private final List<ModelVersion> versions = new ArrayList<>();
        private final Map<String, RecordAccess.Champion> champions = new HashMap<>();
        private final List<AliasChange> changes = new ArrayList<>();

        Records copy() {
            Records copy = new Records();
            copy.runs.putAll(runs);
            copy.runIdByDedupeKey.putAll(runIdByDedupeKey);
            copy.events.addAll(events);
            copy.decisions.addAll(decisions);
            copy.versions.addAll(versions);
            copy.champions.putAll(champions);
            copy.changes.addAll(changes);
            return copy;
        }
    }

    private record Access(Records records, Instant now) implements RecordAccess {

        @Override
        public Optional<RetrainingRun> run(String id) {
            return Optional.ofNullable(records.runs.get(id));
        }

        @Override
        public Optional<RetrainingRun> live(String model) {
            return records.runs.values().stream()
                    .filter(run -> run.model().equals(model) && !run.state().isTerminal())
                    .findFirst();
        }

        @Override
        public Optional<RetrainingRun> runByDedupeKey(String key) {
            return Optional.ofNullable(records.runIdByDedupeKey.get(key)).flatMap(this::run);
        }

        @Override
        public List<RetrainingRun> runs(String model, int limit) {
            return records.runs.values().stream()
                    .filter(run -> run.model().equals(model))
                    .sorted(Comparator.comparing(
                                    (RetrainingRun run) -> run.plan().createdAt())
                            .thenComparing(RetrainingRun::fence)
                            .thenComparing(RetrainingRun::id)
                            .reversed())
                    .limit(limit)
                    .toList();
        }

        @Override
        public long highestFence(String model) {
            return records.runs.values().stream()
                    .filter(run -> run.model().equals(model))
                    .mapToLong(RetrainingRun::fence)
                    .max()
                    .orElse(0);
        }

        @Override
        public void insert(RetrainingRun run, String dedupeKey) {
            if (records.runs.containsKey(run.id())
                    || live(run.model()).isPresent()
                    || records.runIdByDedupeKey.putIfAbsent(dedupeKey, run.id()) != null) {
                throw new DuplicateRecordException("a run of model '" + run.model() + "' is in the way", null);
            }
            records.runs.put(run.id(), run);
        }

        @Override
        public boolean update(RetrainingRun run, RunState expectedState, long expectedFence) {
            RetrainingRun before = records.runs.get(run.id());
            if (before == null || before.state() != expectedState || before.fence() != expectedFence) {
                return false;
            }
            records.runs.put(run.id(), run);
            return true;
        }

        @Override
        public void append(RunEvent event) {
            records.events.add(event);
        }

        @Override
        public List<RunEvent> events(String runId) {
            return records.events.stream()
                    .filter(event -> event.runId().equals(runId))
                    .toList();
        }

        @Override
        public void append(LoggedDecision decision) {
            records.decisions.add(0, decision);
        }

        @Override
        public List<LoggedDecision> decisions(String model, int limit) {
            return records.decisions.stream()
                    .filter(decision -> decision.model().equals(model))
                    .limit(limit)
                    .toList();
        }

        @Override
        public void insert(ModelVersion version) {
            boolean taken = versions(version.model()).stream()
                    .anyMatch(other -> other.version().equals(version.version())
                            || other.facts().runId().equals(version.facts().runId()));
            if (taken) {
                throw new DuplicateRecordException("version " + version.version() + " is taken", null);
            }
            records.versions.add(version);
        }

        @Override
        public List<ModelVersion> versions(String model) {
            return records.versions.stream()
                    .filter(version -> version.model().equals(model))
                    .toList();
        }

        @Override
        public Optional<Champion> champion(String model) {
            return Optional.ofNullable(records.champions.get(model));
        }

        @Override
        public boolean switchChampion(String model, @Nullable String expected, String to, long fence) {
            Champion before = records.champions.get(model);
            boolean asExpected =
                    before == null ? expected == null : before.version().equals(expected) && before.fence() <= fence;
            if (asExpected) {
                records.champions.put(model, new Champion(to, fence));
            }
            return asExpected;
        }

        @Override
        public void append(AliasChange change) {
            records.changes.add(change);
        }

        @Override
        public List<AliasChange> championHistory(String model) {
            return records.changes.stream()
                    .filter(change -> change.model().equals(model))
                    .toList();
        }
    }
}

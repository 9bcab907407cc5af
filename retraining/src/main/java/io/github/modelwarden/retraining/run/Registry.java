package io.github.modelwarden.retraining.run;

import java.time.Instant;
import java.util.Optional;

/**
 * The rules on the versions of one model and on its champion, inside one open transaction: a model that has a champion keeps
 * exactly one, and every change of it is in the history.
 */
final class Registry {

    private final RecordAccess records;
    private final String model;

    Registry(RecordAccess records, String model) {
        this.records = records;
        this.model = model;
    }

    Optional<ModelVersion> champion() {
        return records.champion(model)
                .flatMap(champion -> records.versions(model).stream()
                        .filter(version -> version.version().equals(champion.version()))
                        .findFirst());
    }

    /** Registers the next version. */
    ModelVersion register(ModelVersion.Facts facts) {
        int next = records.versions(model).size() + 1;
        ModelVersion version = new ModelVersion(model, Integer.toString(next), facts);
        records.insert(version);
        return version;
    }

    /** Registers the first version as champion; returns the champion there is, if there is one. */
    ModelVersion registerFirst(ModelVersion.Facts facts, String actor, Instant at) {
        return champion().orElseGet(() -> {
            ModelVersion first = register(facts);
            if (!records.switchChampion(model, null, first.version(), 0)) {
                throw new RecordAccess.DuplicateRecordException("model '" + model + "' has a champion", null);
            }
            records.append(new AliasChange(
                    model,
                    AliasChange.Kind.FIRST,
                    null,
                    first.version(),
                    at,
                    actor,
                    facts.runId(),
                    0,
                    "the first model"));
            return first;
        });
    }

    /** Makes the challenger of a run champion, if the champion is still the one the run was planned against. */
    void promote(RetrainingRun run, String actor, String note, Instant at) {
        String challenger = run.result().challenger();
        if (challenger == null) {
            throw new IllegalStateException("run " + run.id() + " has no challenger to promote");
        }
        String before = run.plan().championBefore();
        if (!records.switchChampion(model, before, challenger, run.fence())) {
            throw new ChampionChangedException("run " + run.id() + " wanted to replace version " + before
                    + " of model '" + model + "' but the champion is "
                    + records.champion(model)
                            .map(RecordAccess.Champion::version)
                            .orElse("none")
                    + " now; plan a new run");
        }
        records.append(new AliasChange(
                model, AliasChange.Kind.PROMOTE, before, challenger, at, actor, run.id(), run.fence(), note));
    }

    /** Makes the champion before this one champion again. */
    ModelVersion rollback(String actor, String reason, Instant at) {
        RecordAccess.Champion now = records.champion(model)
                .orElseThrow(() -> new IllegalStateException("model '" + model + "' has no champion yet"));
        String earlier = null;
        for (AliasChange change : records.championHistory(model)) {
            if (change.kind() != AliasChange.Kind.ROLLBACK && change.to().equals(now.version())) {
                earlier = change.from();
            }
        }
        if (earlier == null) {
            throw new IllegalStateException(
                    "model '" + model + "' cannot be rolled back: version " + now.version() + " is its first champion");
        }
        long fence = Math.max(now.fence(), records.highestFence(model)) + 1;
        if (!records.switchChampion(model, now.version(), earlier, fence)) {
            throw new ChampionChangedException(
                    "model '" + model + "': the champion was changed in this moment; look again and repeat");
        }
        records.append(new AliasChange(
                model, AliasChange.Kind.ROLLBACK, now.version(), earlier, at, actor, null, fence, reason));
        return champion().orElseThrow();
    }
}

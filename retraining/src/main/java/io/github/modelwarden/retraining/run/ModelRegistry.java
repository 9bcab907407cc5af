package io.github.modelwarden.retraining.run;

import io.github.modelwarden.retraining.policy.PolicyContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Versions of models and who of them is champion. Once a model has a champion it always has exactly one, and every change
 * is in the history.
 */
public interface ModelRegistry {

    /**
     * Registers the first version and makes it champion, in one transaction.
     *
     * @param model the model's name
     * @param facts what it is
     * @param actor who registers it
     * @param at when
     * @return the champion: the new version, or the one there was already
     */
    ModelVersion registerFirst(String model, ModelVersion.Facts facts, String actor, Instant at);

    /**
     * The champion.
     *
     * @param model the model's name
     * @return the version in service, empty if none was ever registered
     */
    Optional<ModelVersion> champion(String model);

    /**
     * Finds a version.
     *
     * @param model the model's name
     * @param version its version
     * @return the version, empty if there is none
     */
    Optional<ModelVersion> version(String model, String version);

    /**
     * Lists versions.
     *
     * @param model the model's name
     * @return in order of registration
     */
    List<ModelVersion> versions(String model);

    /**
     * Makes the champion before this one champion again. Repeated, it goes back further. A run under way cannot promote over
     * the rollback.
     *
     * @param model the model's name
     * @param actor who goes back
     * @param reason why, one sentence
     * @param at when
     * @return the champion from now on
     * @throws IllegalStateException if there is no earlier champion
     */
    ModelVersion rollback(String model, String actor, String reason, Instant at);

    /**
     * The champion's history.
     *
     * @param model the model's name
     * @return every change, the oldest first
     */
    List<AliasChange> championHistory(String model);

    /**
     * What a policy has to know about the champion.
     *
     * @param model the model's name
     * @return version, when it last became champion, and how good it was on its hold-out; empty without champion
     */
    default Optional<PolicyContext.Champion> championFacts(String model) {
        List<AliasChange> history = championHistory(model);
        return champion(model)
                .map(version -> new PolicyContext.Champion(
                        version.version(),
                        history.get(history.size() - 1).at(),
                        version.facts().validation()));
    }
}

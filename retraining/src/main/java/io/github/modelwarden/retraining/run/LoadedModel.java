package io.github.modelwarden.retraining.run;

import io.github.modelwarden.core.profile.Baseline;
import io.github.modelwarden.retraining.training.Model;

/**
 * A model version with everything that has to be switched together.
 *
 * @param version the version
 * @param model the model, ready to score
 * @param baseline what later traffic is compared with
 */
public record LoadedModel(ModelVersion version, Model model, Baseline baseline) {}

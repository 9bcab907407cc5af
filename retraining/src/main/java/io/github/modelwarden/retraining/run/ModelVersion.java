package io.github.modelwarden.retraining.run;

import io.github.modelwarden.retraining.ValidationMetrics;
import java.time.Instant;

/**
 * A registered version of a model. Never changes.
 *
 * @param model the model's name
 * @param version {@code 1}, {@code 2}, … in order of registration
 * @param facts what it is
 */
public record ModelVersion(String model, String version, Facts facts) {

    /**
     * What a version is.
     *
     * @param trainedAt when it was trained
     * @param framework what trained it
     * @param runId the run that made it; {@code bootstrap} for the first
     * @param artifact name of its artifact folder
     * @param sha256 SHA-256 of the artifact
     * @param baselineId id of the baseline inside the artifact
     * @param validation how good it was on rows it had not seen
     */
    public record Facts(
            Instant trainedAt,
            String framework,
            String runId,
            String artifact,
            String sha256,
            String baselineId,
            ValidationMetrics validation) {}
}

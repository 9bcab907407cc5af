package io.github.modelwarden.service.champion;

import io.github.modelwarden.core.profile.Baseline;
import io.github.modelwarden.micrometer.ServedVersion;
import io.github.modelwarden.retraining.training.Model;
import java.time.Instant;

/**
 * The model version that answers.
 *
 * @param version its version
 * @param model scores rows
 * @param baseline what its traffic is compared with
 * @param trainedAt when it was trained
 * @param servedSince since when this process answers with it
 * @param meters where it is recorded
 */
public record Champion(
        String version, Model model, Baseline baseline, Instant trainedAt, Instant servedSince, ServedVersion meters) {}

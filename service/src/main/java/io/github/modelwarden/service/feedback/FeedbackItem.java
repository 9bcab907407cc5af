package io.github.modelwarden.service.feedback;

import java.time.Instant;
import java.util.Optional;

/**
 * One checked item of a feedback request.
 *
 * @param predictionId the prediction it is about
 * @param actual the true class, one of the label's words
 * @param observedAt when it became true, if told
 */
record FeedbackItem(String predictionId, String actual, Optional<Instant> observedAt) {}

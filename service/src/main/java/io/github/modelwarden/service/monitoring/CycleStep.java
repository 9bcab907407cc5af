package io.github.modelwarden.service.monitoring;

import java.time.Instant;

/** Something that is evaluated again and again. Steps run one after the other, by Spring's order. */
public interface CycleStep {

    /**
     * Evaluates.
     *
     * @param now the time of this evaluation, the same for all steps
     */
    void evaluate(Instant now);
}

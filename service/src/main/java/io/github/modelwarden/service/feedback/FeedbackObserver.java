package io.github.modelwarden.service.feedback;

import java.util.List;

/** Is told of ground truth once it is stored. Called on request threads: return quickly, do not throw. */
public interface FeedbackObserver {

    /**
     * Ground truth was stored.
     *
     * @param truths what arrived, without repeats
     */
    void received(List<GroundTruth> truths);
}

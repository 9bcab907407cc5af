package io.github.modelwarden.service.prediction;

import java.util.List;

/** Is told of predictions once they are in the log. Called on request threads: return quickly, do not throw. */
public interface PredictionObserver {

    /**
     * Predictions were logged.
     *
     * @param predictions the predictions, in the order of their request
     */
    void predicted(List<Prediction> predictions);
}

package io.github.modelwarden.service.retraining;

import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.retraining.run.LabeledRow;
import io.github.modelwarden.retraining.run.TrainingData;
import io.github.modelwarden.service.prediction.PredictionLog;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The labelled predictions of the log, to learn from. */
@Component
final class LoggedTrainingData implements TrainingData {

    private final PredictionLog log;
    private final String positive;

    LoggedTrainingData(PredictionLog log, Schema schema) {
        this.log = log;
        this.positive = schema.label().positive();
    }

    @Override
    public List<LabeledRow> labeledRows(Instant from, Instant to) {
        return log.labeled(from, to).stream()
                .map(labeled -> new LabeledRow(
                        labeled.prediction().row(),
                        labeled.actual().equals(positive),
                        labeled.prediction().at(),
                        labeled.prediction().id()))
                .toList();
    }
}

package io.github.modelwarden.service.prediction;

import io.github.modelwarden.core.data.Feature;
import io.github.modelwarden.core.data.Row;
import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.service.web.Invalid;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The structured log lines of predictions. Values of sensitive features never reach them. */
@Component
final class PredictionLogger {

    private static final Logger LOG = LoggerFactory.getLogger("modelwarden.prediction");
    private static final String MASK = "***";

    private final Schema schema;

    PredictionLogger(Schema schema) {
        this.schema = schema;
    }

    void answered(Prediction prediction) {
        if (LOG.isInfoEnabled()) {
            LOG.atInfo()
                    .addKeyValue("event", "prediction")
                    .addKeyValue("prediction_id", prediction.id())
                    .addKeyValue("model", schema.model())
                    .addKeyValue("version", prediction.version())
                    .addKeyValue("features", masked(prediction.row()))
                    .addKeyValue("label", prediction.label())
                    .addKeyValue("score", prediction.score())
                    .addKeyValue("latency_ms", prediction.latencyMs())
                    .addKeyValue("trace_id", prediction.traceId())
                    .log("prediction answered");
        }
    }

    void rejected(Invalid problem, String traceId) {
        LOG.atWarn()
                .addKeyValue("event", "prediction_rejected")
                .addKeyValue("model", schema.model())
                .addKeyValue("status", problem.status())
                .addKeyValue("errors", problem.errors())
                .addKeyValue("trace_id", traceId)
                .log("prediction rejected: {}", problem.getMessage());
    }

    private Map<String, @Nullable Object> masked(Row row) {
        Map<String, @Nullable Object> values = row.asMap();
        for (Feature feature : schema.features()) {
            if (feature.sensitive()) {
                values.replace(feature.name(), MASK);
            }
        }
        return values;
    }
}

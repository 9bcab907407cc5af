package io.github.modelwarden.service.prediction;

import io.github.modelwarden.service.storage.DurableCommit;
import java.sql.Types;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Inserts predictions in one durable transaction. */
@Component
final class PredictionInsert {

    private static final String SQL = "insert into prediction"
            + " (prediction_id, predicted_at, model, version, label, score, features, latency_ms, trace_id)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final DurableCommit durable;
    private final JdbcTemplate jdbc;
    private final RowCodec codec;

    PredictionInsert(DurableCommit durable, JdbcTemplate jdbc, RowCodec codec) {
        this.durable = durable;
        this.jdbc = jdbc;
        this.codec = codec;
    }

    void commit(String model, List<Prediction> predictions) {
        durable.run(() -> jdbc.batchUpdate(SQL, predictions, predictions.size(), (statement, prediction) -> {
            statement.setString(1, prediction.id());
            statement.setObject(2, PredictionLog.timestamp(prediction.at()), Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setString(3, model);
            statement.setString(4, prediction.version());
            statement.setString(5, prediction.label());
            statement.setDouble(6, prediction.score());
            statement.setString(7, codec.write(prediction.row()));
            statement.setDouble(8, prediction.latencyMs());
            statement.setString(9, prediction.traceId());
        }));
    }
}

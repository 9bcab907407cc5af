package io.github.modelwarden.service.prediction;

import io.github.modelwarden.core.data.Row;
import io.github.modelwarden.core.data.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the prediction log. */
@Component
public final class PredictionLog {

    private static final String COLUMNS =
            "p.prediction_id, p.predicted_at, p.version, p.label, p.score, p.features, p.latency_ms, p.trace_id";

    private final JdbcClient jdbc;
    private final RowCodec codec;
    private final String model;

    PredictionLog(JdbcClient jdbc, RowCodec codec, Schema schema) {
        this.jdbc = jdbc;
        this.codec = codec;
        this.model = schema.model();
    }

    /**
     * A prediction and its ground truth.
     *
     * @param prediction the prediction
     * @param actual the true class
     */
    public record Labeled(Prediction prediction, String actual) {}

    /**
     * Finds a prediction.
     *
     * @param id its id
     * @return the prediction, empty if the log does not have it
     */
    public Optional<Prediction> find(String id) {
        return jdbc.sql("select " + COLUMNS + " from prediction p where p.prediction_id = ?")
                .param(id)
                .query((row, index) -> prediction(row))
                .optional();
    }

    /**
     * Reads the predictions of a model version in a time span, oldest first, one at a time.
     *
     * @param version the model version
     * @param from start, included
     * @param to end, excluded
     * @param consumer is handed each
     */
    public void read(String version, Instant from, Instant to, Consumer<Prediction> consumer) {
        span(COLUMNS, version, from, to).query((RowCallbackHandler) row -> consumer.accept(prediction(row)));
    }

    /**
     * Reads when a model version predicted in a time span, oldest first, without the features.
     *
     * @param version the model version
     * @param from start, included
     * @param to end, excluded
     * @param consumer is handed each time
     */
    public void readTimes(String version, Instant from, Instant to, Consumer<Instant> consumer) {
        span("p.predicted_at", version, from, to).query((RowCallbackHandler) row -> consumer.accept(
                row.getObject("predicted_at", OffsetDateTime.class).toInstant()));
    }

    private JdbcClient.StatementSpec span(String columns, String version, Instant from, Instant to) {
        return jdbc.sql("select " + columns + " from prediction p"
                        + " where p.model = ? and p.version = ? and p.predicted_at >= ? and p.predicted_at < ?"
                        + " order by p.predicted_at")
                .params(model, version, timestamp(from), timestamp(to));
    }

    /**
     * Reads the labelled predictions of a time span, by the time of prediction, oldest first.
     *
     * @param from start, included
     * @param to end, excluded
     * @return predictions with their truth
     */
    public List<Labeled> labeled(Instant from, Instant to) {
        return jdbc.sql("select " + COLUMNS + ", f.actual from prediction p"
                        + " join feedback f on f.prediction_id = p.prediction_id"
                        + " where p.model = ? and p.predicted_at >= ? and p.predicted_at < ?"
                        + " order by p.predicted_at, p.prediction_id")
                .params(model, timestamp(from), timestamp(to))
                .query((row, index) -> new Labeled(prediction(row), row.getString("actual")))
                .list();
    }

    /** {@return the number of predictions in the log} */
    public long count() {
        return jdbc.sql("select count(*) from prediction where model = ?")
                .param(model)
                .query(Long.class)
                .single();
    }

    private Prediction prediction(ResultSet row) throws SQLException {
        Row features = codec.read(row.getString("features"));
        return new Prediction(
                row.getString("prediction_id"),
                row.getObject("predicted_at", OffsetDateTime.class).toInstant(),
                row.getString("version"),
                row.getString("label"),
                row.getDouble("score"),
                features,
                row.getDouble("latency_ms"),
                row.getString("trace_id"));
    }

    static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

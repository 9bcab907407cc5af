package io.github.modelwarden.service.feedback;

import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.core.performance.ConfusionMatrix.Outcome;
import io.github.modelwarden.service.storage.DurableCommit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored ground truth. */
@Component
public final class FeedbackLog {

    private final JdbcClient client;
    private final JdbcTemplate jdbc;
    private final DurableCommit durable;
    private final Schema schema;

    FeedbackLog(JdbcClient client, JdbcTemplate jdbc, DurableCommit durable, Schema schema) {
        this.client = client;
        this.jdbc = jdbc;
        this.durable = durable;
        this.schema = schema;
    }

    /** A known prediction, and the truth it already has, if any. */
    record Known(
            Instant predictedAt,
            String version,
            String label,
            double score,
            @Nullable String actual) {}

    Map<String, Known> find(Collection<String> ids) {
        Map<String, Known> known = new HashMap<>();
        if (!ids.isEmpty()) {
            client.sql("select p.prediction_id, p.predicted_at, p.version, p.label, p.score, f.actual from prediction p"
                            + " left join feedback f on f.prediction_id = p.prediction_id"
                            + " where p.model = :model and p.prediction_id in (:ids)")
                    .param("model", schema.model())
                    .param("ids", ids)
                    .query((RowCallbackHandler) row -> known.put(row.getString("prediction_id"), known(row)));
        }
        return known;
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                row.getObject("predicted_at", OffsetDateTime.class).toInstant(),
                row.getString("version"),
                row.getString("label"),
                row.getDouble("score"),
                row.getString("actual"));
    }

    /** Stores items none of which has a truth yet; all or none. */
    void insert(List<FeedbackItem> items, Instant receivedAt) {
        durable.run(() -> jdbc.batchUpdate(
                "insert into feedback (prediction_id, actual, observed_at, received_at) values (?, ?, ?, ?)",
                items,
                items.size(),
                (statement, item) -> {
                    statement.setString(1, item.predictionId());
                    statement.setString(2, item.actual());
                    statement.setObject(
                            3,
                            item.observedAt()
                                    .map(at -> at.atOffset(ZoneOffset.UTC))
                                    .orElse(null),
                            Types.TIMESTAMP_WITH_TIMEZONE);
                    statement.setObject(4, receivedAt.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
                }));
    }

    /**
     * Reads the ground truth of predictions made since a moment, oldest prediction first.
     *
     * @param since earliest time of prediction
     * @param consumer is handed each
     */
    public void read(Instant since, Consumer<GroundTruth> consumer) {
        client.sql("select p.prediction_id, p.predicted_at, p.version, p.label, p.score, f.actual, f.received_at"
                        + " from prediction p join feedback f on f.prediction_id = p.prediction_id"
                        + " where p.model = :model and p.predicted_at >= :since order by p.predicted_at")
                .param("model", schema.model())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((RowCallbackHandler) row -> consumer.accept(truth(
                        row.getString("prediction_id"),
                        known(row),
                        row.getString("actual"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant())));
    }

    /**
     * How much ground truth there is.
     *
     * @param labeled labelled predictions
     * @param positives positive ones among them
     * @param newest when the newest truth arrived; null if none ever did
     */
    public record Summary(
            long labeled, long positives, @Nullable Instant newest) {}

    /**
     * Counts the ground truth of predictions made since a moment.
     *
     * @param since earliest time of prediction
     * @return the counts; {@code newest} looks at all ground truth there is
     */
    public Summary summary(Instant since) {
        OffsetDateTime newest = client.sql("select max(received_at) from feedback")
                .query(OffsetDateTime.class)
                .optional()
                .orElse(null);
        return client.sql("select count(*) as labeled,"
                        + " coalesce(sum(case when f.actual = :positive then 1 else 0 end), 0) as positives"
                        + " from prediction p join feedback f on f.prediction_id = p.prediction_id"
                        + " where p.model = :model and p.predicted_at >= :since")
                .param("positive", schema.label().positive())
                .param("model", schema.model())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, index) -> new Summary(
                        row.getLong("labeled"), row.getLong("positives"), newest == null ? null : newest.toInstant()))
                .single();
    }

    GroundTruth truth(String id, Known prediction, String actual, Instant receivedAt) {
        boolean positive = actual.equals(schema.label().positive());
        boolean predicted = prediction.label().equals(schema.label().positive());
        return new GroundTruth(
                id,
                prediction.predictedAt(),
                prediction.version(),
                prediction.score(),
                positive,
                Outcome.of(predicted, positive),
                receivedAt);
    }
}

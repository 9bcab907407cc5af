package io.github.modelwarden.service.alerts;

import io.github.modelwarden.alerting.evaluation.AlertTransition;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The stored history of alert transitions. */
@Component
final class AlertEventLog {

    private static final TypeReference<Map<String, String>> LABELS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper mapper;

    AlertEventLog(JdbcClient jdbc, JsonMapper mapper) {
        this.jdbc = jdbc;
        this.mapper = mapper;
    }

    /** A stored transition. */
    record AlertEvent(
            OffsetDateTime at,
            String rule,
            String severity,
            String from,
            String to,
            Map<String, String> labels,
            @Nullable Double value) {}

    void append(AlertTransition transition) {
        double value = transition.alert().value();
        jdbc.sql("insert into alert_event (at, rule, severity, from_state, to_state, labels, reading)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        transition.at().atOffset(ZoneOffset.UTC),
                        transition.alert().rule(),
                        transition.alert().severity().word(),
                        transition.from().word(),
                        transition.to().word(),
                        mapper.writeValueAsString(transition.alert().labels()))
                .param(Double.isFinite(value) ? value : null)
                .update();
    }

    List<AlertEvent> latest(int limit) {
        return jdbc.sql("select at, rule, severity, from_state, to_state, labels, reading from alert_event"
                        + " order by id desc limit ?")
                .param(limit)
                .query((row, index) -> new AlertEvent(
                        row.getObject("at", OffsetDateTime.class),
                        row.getString("rule"),
                        row.getString("severity"),
                        row.getString("from_state"),
                        row.getString("to_state"),
                        mapper.readValue(row.getString("labels"), LABELS),
                        row.getObject("reading") == null ? null : row.getDouble("reading")))
                .list();
    }
}

package io.github.modelwarden.service;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log lines as they go to stdout, through the encoder that is configured there. */
final class LogLines implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final AppenderBase<ILoggingEvent> tap;

    private LogLines() {
        Encoder<ILoggingEvent> encoder = ((ConsoleAppender<ILoggingEvent>) root.getAppender("STDOUT")).getEncoder();
        tap = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                lines.add(new String(encoder.encode(event), StandardCharsets.UTF_8));
            }
        };
        tap.setContext(root.getLoggerContext());
        tap.start();
        root.addAppender(tap);
    }

    static LogLines capture() {
        return new LogLines();
    }

    List<String> lines() {
        return lines;
    }

    /** The lines of an event; each must be one JSON object on one line. */
    List<JsonNode> of(String event) {
        return lines.stream()
                .map(line -> {
                    if (line.strip().contains("\n")) {
                        throw new AssertionError("more than one line: " + line);
                    }
                    return JSON.readTree(line);
                })
                .filter(line -> line.path("event").asString("").equals(event))
                .toList();
    }

    @Override
    public void close() {
        root.detachAppender(tap);
        tap.stop();
    }
}

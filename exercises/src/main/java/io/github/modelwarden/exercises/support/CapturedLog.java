package io.github.modelwarden.exercises.support;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.logstash.logback.encoder.LogstashEncoder;
import org.slf4j.Logger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A logger whose lines are kept: it is set up as in the service, one JSON object a line, but writes into memory. Each
 * one is independent of every other logger of the process.
 */
public final class CapturedLog {

    private static final JsonMapper JSON = new JsonMapper();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Logger logger;

    private CapturedLog() {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        LogstashEncoder encoder = new LogstashEncoder();
        encoder.setContext(context);
        encoder.start();
        OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setOutputStream(bytes);
        appender.start();
        ch.qos.logback.classic.Logger own = context.getLogger("prediction");
        own.setLevel(Level.DEBUG);
        own.addAppender(appender);
        this.logger = own;
    }

    /** {@return a log without lines} */
    public static CapturedLog create() {
        return new CapturedLog();
    }

    /** {@return the logger to write to} */
    public Logger logger() {
        return logger;
    }

    /** {@return everything written, as it would stand in a file} */
    public String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** {@return the lines written so far, parsed} */
    public List<JsonNode> lines() {
        return text().lines().map(JSON::readTree).toList();
    }
}

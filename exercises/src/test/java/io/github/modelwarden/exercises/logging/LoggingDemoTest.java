package io.github.modelwarden.exercises.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LoggingDemoTest {

    @Test
    void sixCustomersAreOneLineEachAndTheBadOneIsAWarning() {
        Logger logger = (Logger) LoggerFactory.getLogger("prediction");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        try {
            LoggingDemo.main(new String[0]);
        } finally {
            logger.detachAppender(lines);
        }

        assertThat(List.copyOf(lines.list))
                .hasSize(6)
                .allSatisfy(line ->
                        assertThat(line.getKeyValuePairs()).extracting("key").contains("event"))
                .filteredOn(line -> line.getLevel() == Level.WARN)
                .singleElement()
                .satisfies(line -> assertThat(line.getThrowableProxy()).isNull());
    }
}

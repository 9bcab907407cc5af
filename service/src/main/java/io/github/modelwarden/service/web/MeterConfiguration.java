package io.github.modelwarden.service.web;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Keeps the exposition free of what {@code promtool check metrics} objects to. Meters of the JVM and of Tomcat whose
 * names break Prometheus' conventions are left out (there are no HTTP sessions, and the CPU is told as usage); the HTTP
 * meters, which come without a description, get one.
 */
@Configuration(proxyBeanMethods = false)
class MeterConfiguration {

    private static final Set<String> UNCONVENTIONAL =
            Set.of("jvm.compilation.time", "process.cpu.time", "system.cpu.count");

    private static final Map<String, String> HELP = Map.of(
            "http.server.requests", "Duration of HTTP requests.",
            "http.server.requests.active", "HTTP requests being answered.");

    @Bean
    MeterFilter conventionalNames() {
        return MeterFilter.deny(
                id -> UNCONVENTIONAL.contains(id.getName()) || id.getName().startsWith("tomcat.sessions"));
    }

    @Bean
    MeterFilter helpTexts() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                String help = HELP.get(id.getName());
                return help == null
                        ? id
                        : new Meter.Id(
                                id.getName(), Tags.of(id.getTagsAsIterable()), id.getBaseUnit(), help, id.getType());
            }
        };
    }
}

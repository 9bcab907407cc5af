package io.github.modelwarden.service.settings;

import io.github.modelwarden.config.YamlDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/** Reads configuration files, from disk or from the jar. */
@Component
public final class Locations {

    /** Prefix of locations in the jar. */
    public static final String CLASSPATH = "classpath:";

    private final ResourceLoader loader;

    Locations(ResourceLoader loader) {
        this.loader = loader;
    }

    /**
     * Reads a text.
     *
     * @param location a file path, or {@code classpath:} and a path in the jar
     * @return the text
     * @throws io.github.modelwarden.config.ConfigException if the file cannot be read
     */
    public String text(String location) {
        if (!location.startsWith(CLASSPATH)) {
            return YamlDocument.text(Path.of(location));
        }
        try {
            return loader.getResource(location).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(location + " cannot be read from the jar", e);
        }
    }
}

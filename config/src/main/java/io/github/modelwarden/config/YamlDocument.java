package io.github.modelwarden.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a strict subset of YAML: one document, a mapping at its root, no anchors, aliases or tags, no repeated keys. */
public final class YamlDocument {

    /** Longest text that is read, in characters. */
    public static final int MAX_CHARACTERS = 1 << 20;

    private YamlDocument() {}

    /**
     * Parses a text.
     *
     * @param text the YAML, at most {@link #MAX_CHARACTERS} characters
     * @param source what errors call it, usually the file name
     * @return the mapping at the root
     * @throws ConfigException if the text is not YAML of this subset
     */
    public static YamlMap parse(String text, String source) {
        return parseNode(text, source).asMap();
    }

    /**
     * Parses a text whose root may be anything.
     *
     * @param text the YAML, at most {@link #MAX_CHARACTERS} characters
     * @param source what errors call it, usually the file name
     * @return the value at the root
     * @throws ConfigException if the text is not YAML of this subset
     */
    public static YamlNode parseNode(String text, String source) {
        if (text.length() > MAX_CHARACTERS) {
            throw new ConfigException(
                    source,
                    1,
                    1,
                    "the text has " + text.length() + " characters, but a configuration file has at most "
                            + MAX_CHARACTERS + "; is this the right file?");
        }
        return new YamlReader(text, source).read();
    }

    /**
     * Reads and parses a file in UTF-8.
     *
     * @param file the file
     * @return the mapping at the root
     * @throws ConfigException if the file cannot be read, or is not YAML of this subset
     */
    public static YamlMap read(Path file) {
        return parse(text(file), file.toString());
    }

    /**
     * Reads a file in UTF-8 as text.
     *
     * @param file the file
     * @return its text
     * @throws ConfigException if the file cannot be read or is too large
     */
    public static String text(Path file) {
        String source = file.toString();
        try {
            if (!Files.isRegularFile(file)) {
                throw new ConfigException(source, 1, 1, "there is no such file; check the path");
            }
            if (Files.size(file) > 4L * MAX_CHARACTERS) {
                throw new ConfigException(
                        source,
                        1,
                        1,
                        "the file has " + Files.size(file) + " bytes, but a configuration file has at most "
                                + MAX_CHARACTERS + " characters; is this the right file?");
            }
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new ConfigException(source, 1, 1, "the file is not UTF-8 text; save it as UTF-8");
        } catch (IOException e) {
            throw new ConfigException(source, 1, 1, "the file cannot be read: " + e.getMessage());
        }
    }
}

package io.github.modelwarden.config;

/**
 * A configuration file is wrong. The message starts with {@code source:line:column: } and says what was found, what was
 * expected and what to do next.
 */
public final class ConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String source;
    private final int line;
    private final int column;

    ConfigException(String source, int line, int column, String sentence) {
        super(source + ":" + line + ":" + column + ": " + sentence);
        this.source = source;
        this.line = line;
        this.column = column;
    }

    /** {@return the name of the file or other source} */
    public String source() {
        return source;
    }

    /** {@return the line, from 1} */
    public int line() {
        return line;
    }

    /** {@return the column, from 1} */
    public int column() {
        return column;
    }
}

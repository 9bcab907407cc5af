package io.github.modelwarden.tabular;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A file cannot be read as a table. The message is one sentence that names the file, the line and column where they are
 * known, what was expected, what was found, and what to do next.
 */
public final class TabularException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final long line;
    private final @Nullable String column;

    private TabularException(Path file, long line, @Nullable String column, String problem, @Nullable Throwable cause) {
        super(where(file, line, column) + ": " + problem, cause);
        this.file = file;
        this.line = line;
        this.column = column;
    }

    static TabularException of(Path file, String problem) {
        return new TabularException(file, 0, null, problem, null);
    }

    static TabularException of(Path file, String problem, Throwable cause) {
        return new TabularException(file, 0, null, problem, cause);
    }

    static TabularException inLine(Path file, long line, String problem) {
        return new TabularException(file, line, null, problem, null);
    }

    static TabularException inColumn(Path file, String column, String problem) {
        return new TabularException(file, 0, column, problem, null);
    }

    private static String where(Path file, long line, @Nullable String column) {
        return "file " + file + (line > 0 ? ", line " + line : "")
                + (column == null ? "" : ", column '" + column + "'");
    }

    /** {@return the file} */
    public Path file() {
        return file;
    }

    /** {@return the line from 1, empty if the problem has no single line} */
    public OptionalLong line() {
        return line > 0 ? OptionalLong.of(line) : OptionalLong.empty();
    }

    /** {@return the column's name, empty if the problem has no single column} */
    public Optional<String> column() {
        return Optional.ofNullable(column);
    }
}

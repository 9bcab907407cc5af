package io.github.modelwarden.tabular;

import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.data.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A table in a file: CSV, Parquet or JSON lines, the text formats also packed with gzip. Columns are found by name, types
 * are inferred from the cells unless they are declared or stored in the file, and missing values stay missing. Rows are
 * streamed in blocks, so that a table may be larger than memory. Immutable; each scan reads the file from its start.
 *
 * <p><b>Format.</b> A file that starts with {@code PAR1} or is named {@code .parquet} is Parquet; {@code .jsonl},
 * {@code .ndjson} and {@code .json} are JSON lines; {@code .csv}, {@code .tsv} and {@code .txt} are CSV; with another
 * name, a file that starts with a brace is JSON lines and every other one CSV. Text is UTF-8, with or without a byte order
 * mark. CSV has a header line and is split as RFC 4180 says; the delimiter is the one among comma, semicolon, tab and bar
 * that splits the first rows evenly.
 *
 * <p><b>Types.</b> A column is numeric if at least nine tenths of its present cells are numbers, and also if no cell has a
 * value; the cells that are no numbers become missing and are reported as problems. Where more than a tenth are whole
 * numbers with more digits than a double keeps, it is categorical, as identifiers are. Else it is a timestamp if nine tenths
 * are dates or timestamps of ISO 8601, and then left out, since a timestamp always moves on. Else it is categorical; truth
 * values are categories. JSON values keep their own type: a number in quotes is text, though a number all the same where
 * the column is numeric; lists and objects make a column that is left out. Parquet columns keep the type of the file,
 * except that texts may be timestamps. A declared type wins over all of this: a number is a category by its text, and a
 * text that is a number counts as one.
 *
 * <p><b>Cells.</b> A number has digits, an optional sign, point and exponent, and blanks around. A blank cell is missing,
 * and so are the missing words in every format. Infinities are problems. Blanks around a cell do not belong to it unless
 * it is quoted. Blank lines are passed over and counted.
 */
public final class TableFile {

    /** The words that are missing values unless others are given: those of pandas 3. The blank cell always is. */
    public static final Set<String> DEFAULT_MISSING_WORDS = MissingWords.DEFAULT;

    private final Path path;
    private final FileKind kind;
    private final ScanOptions options;

    private TableFile(Path path, FileKind kind, ScanOptions options) {
        this.path = path;
        this.kind = kind;
        this.options = options;
    }

    /**
     * Looks at a file's first bytes and its name.
     *
     * @param path the file
     * @return the file with nothing declared
     * @throws TabularException if it is missing, empty, not a regular file, or of a kind that is no table
     */
    public static TableFile of(Path path) {
        return new TableFile(path, FileKind.of(path), ScanOptions.withDefaults());
    }

    private TableFile with(Consumer<ScanOptions> change) {
        return new TableFile(path, kind, options.with(change));
    }

    /**
     * Declares types. They win over what the cells look like.
     *
     * @param types the type by column name; columns that are not named are inferred
     * @return the file with these types and no others
     */
    public TableFile withTypes(Map<String, FeatureType> types) {
        return with(copy -> copy.setTypes(types));
    }

    /**
     * Reads some columns and no others.
     *
     * @param columns the names of the columns to read
     * @return the file without the others
     */
    public TableFile withOnly(Collection<String> columns) {
        return with(copy -> copy.setOnly(Set.copyOf(columns)));
    }

    /**
     * Leaves columns out.
     *
     * @param columns the names of the columns not to read
     * @return the file without them
     */
    public TableFile without(Collection<String> columns) {
        return with(copy -> copy.setWithout(Set.copyOf(columns)));
    }

    /**
     * Gives columns other names. All other names, here, in blocks and in reports, are the new ones.
     *
     * @param names the new name by the name in the file
     * @return the file with these names
     */
    public TableFile withNames(Map<String, String> names) {
        return with(copy -> copy.setNames(names));
    }

    /**
     * Hides values: reports and errors show none of these columns; errors in JSON lines show no text at all then.
     *
     * @param columns the names of the columns
     * @return the file with these sensitive columns
     */
    public TableFile withSensitive(Collection<String> columns) {
        return with(copy -> copy.setSensitive(Set.copyOf(columns)));
    }

    /**
     * Sets the words that stand for a missing value. A blank cell is missing in any case, and so is a stored null or NaN.
     *
     * @param words the words, in the case in which they occur; may be numbers, such as -999
     * @return the file with these words and no others
     */
    public TableFile withMissingWords(Set<String> words) {
        return with(copy -> copy.setMissingWords(words));
    }

    /**
     * Sets the separator of a CSV file instead of finding it.
     *
     * @param delimiter an ASCII character that is no quote, letter, digit or line end
     * @return the file with this separator
     * @throws IllegalArgumentException if the character cannot separate
     */
    public TableFile withDelimiter(char delimiter) {
        if (delimiter > 0x7E
                || (delimiter < ' ' && delimiter != '\t')
                || delimiter == '"'
                || Character.isLetterOrDigit(delimiter)) {
            throw new IllegalArgumentException(
                    "delimiter: expected an ASCII character such as ',', ';' or '|' that is no"
                            + " quote, letter or digit but got '" + delimiter + "'");
        }
        return with(copy -> copy.setDelimiter(delimiter));
    }

    /**
     * Sets the number of threads that convert cells. The consumer is always called on the thread that scans.
     *
     * @param threads the number with the thread that scans, at least 1; by default as many as there are
     *     processors, 6 at most
     * @return the file read by so many threads
     * @throws IllegalArgumentException if the number is below 1
     */
    public TableFile withThreads(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: expected at least 1 but got " + threads);
        }
        return with(copy -> copy.setThreads(threads));
    }

    /**
     * Sets who hears how far a scan has come.
     *
     * @param listener the listener
     * @return the file with this listener
     */
    public TableFile withProgress(ScanProgress listener) {
        return with(copy -> copy.setProgress(listener));
    }

    /** {@return the file} */
    public Path path() {
        return path;
    }

    /** {@return the format} */
    public FileFormat format() {
        return kind.format();
    }

    /**
     * Reads the names of all columns, also of those that a scan leaves out. JSON lines are read to their end for this,
     * since any line may have a key of its own.
     *
     * @return the names in the order of the file
     * @throws TabularException if the names cannot be read, or two columns have one name
     */
    public List<String> columnNames() {
        try (TableSource source = source()) {
            return new Planner(path, options, source).names();
        }
    }

    /**
     * Reads all rows in blocks. Types are guessed from some rows first; if all rows say otherwise, the scan starts again
     * with another consumer, and the one that got blocks of a wrong type is dropped. So what a consumer has collected
     * counts only when it comes back in the result.
     *
     * @param newConsumer makes a consumer without any rows, given the types of the columns in its blocks by name in the
     *     order of the file; called again when the scan starts again
     * @param <C> kind of the consumer
     * @return the consumer that got all rows, and the report
     * @throws TabularException if the file cannot be read as a table
     */
    public <C extends Consumer<Table>> TableScan<C> scan(Function<? super Map<String, FeatureType>, C> newConsumer) {
        try (TableSource source = source()) {
            return new TableScanner(path, format(), options, source, progress()).scan(newConsumer);
        }
    }

    /**
     * Reads a small file into one table. A cell that does not fit its column is refused, because a table has no way to say
     * that it was left out; {@link #scan} takes such a file, and reports these cells.
     *
     * @return the table; without rows if the file has none
     * @throws TabularException if the file cannot be read as a table, holds no column that can be read, does not fit into
     *     memory, or a cell does not fit its column
     */
    public Table load() {
        TableScan<TableLoader> scan = scan(types -> new TableLoader(path, types));
        List<ColumnReport> bad = scan.report().withProblems();
        if (!bad.isEmpty()) {
            throw TabularException.inColumn(
                    path,
                    bad.get(0).name(),
                    "expected " + bad.get(0).kind().word() + " cells, but "
                            + bad.get(0).problems().stream()
                                    .map(CellProblem::sentence)
                                    .collect(Collectors.joining("; "))
                            + "; mend or empty these cells, name a word for missing values, or declare the column categorical");
        }
        return scan.consumer().table();
    }

    private TableSource source() {
        return switch (kind.format()) {
            case CSV -> TextSource.csv(path, kind, options.delimiter());
            case JSON_LINES ->
                TextSource.jsonLines(path, kind, !options.sensitive().isEmpty(), progress());
            case PARQUET -> ParquetSource.open(path, options.threads());
        };
    }

    private Consumer<CellReader> progress() {
        try {
            long size = Files.size(path);
            ScanProgress listener = options.progress();
            return reader -> listener.read(reader.bytesRead(), size);
        } catch (IOException e) {
            throw ByteSource.unreadable(path, e);
        }
    }
}

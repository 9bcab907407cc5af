package io.github.modelwarden.tabular;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which a file can be no table has its sentence. */
class TableFileErrorsTest {

    /** An empty table, written by pyarrow. */
    private static final String PARQUET_WITHOUT_COLUMNS =
            "UEFSMRUEGRw1ABgGc2NoZW1hFQAAFgAZHBkMFgAWACYAFgAAKCBwYXJxdWV0LWNwcC1hcnJvdyB2ZXJzaW9uIDI2LjAuMRkMAEUAAABQQVIx";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @MethodSource("broken")
    void saysWhatIsWrong(String name, byte[] bytes, long line, String problem) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);

        TabularException e = catchThrowableOfType(
                TabularException.class, () -> TableFile.of(file).scan(Collected::new));

        assertThat(e.file()).isEqualTo(file);
        assertThat(e.line()).isEqualTo(line == 0 ? OptionalLong.empty() : OptionalLong.of(line));
        assertThat(e.getMessage())
                .startsWith("file " + file + (line > 0 ? ", line " + line : ""))
                .contains(problem)
                .doesNotContain("Exception")
                .hasLineCount(1);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                csv("no byte", "", 0, "is empty; expected a header line and rows"),
                json("no byte of JSON", "", 0, "is empty; expected one JSON object a line"),
                bytes("no byte of Parquet", "t.parquet", new byte[0], 0, "is empty; expected a Parquet file"),
                bytes(
                        "Parquet without columns",
                        "t.parquet",
                        Base64.getDecoder().decode(PARQUET_WITHOUT_COLUMNS),
                        0,
                        "is a Parquet file without columns"),
                csv("blank lines only", "\n\n\n", 0, "has no header line"),
                csv("byte order mark only", "\uFEFF", 0, "has no header line"),
                csv("too few cells", "a,b,c\n1,2,3\n1,2\n", 3, "expected 3 cells as in the header but got 2; add"),
                csv(
                        "too many cells",
                        "a,b\n1,2\n\n\"x\ny\",2\n1,2,3\n",
                        6,
                        "expected 2 cells as in the header but got 3"),
                csv("very many cells", "a,b\n" + ",".repeat(40_000) + "\n", 2, "but got at least "),
                csv("a separator after the last cell", "a;b\n1;2;\n", 2, "the separator ';'"),
                csv("open quote", "a,b\n1,2\n3,\"x\n4,5\n", 3, "the quote that opens here is never closed"),
                csv("open quote far up", "a,b\n1,\"x\ny\"\n\"z\n" + "1,2\n".repeat(300_000), 4, "never closed"),
                csv("text after a quote", "a,b\n\"x\"y,2\n", 2, "after a closing quote but got 'y'; double a quote"),
                csv("open quote in the header", "a,\"b\n1,2\n", 1, "a quote in the header is not closed"),
                csv("one name twice", "a,b,a\n1,2,3\n", 0, "column 'a': columns 1 and 3 have this name"),
                csv(
                        "row numbers without a name",
                        ",a\n0,1\n",
                        0,
                        "column 1 of 2 has no name; give it one in the header, or write the table without its row numbers"),
                csv("no name", "a,,c\n1,2,3\n", 0, "column 2 of 3 has no name; give it one in the header"),
                json("a list", "[{\"a\": 1}]\n", 1, "write one object a line, without a list around them"),
                json("a number", "{\"a\": 1}\n\n5\n", 3, "expected an object such as {\"age\": 41} but got '5'"),
                json(
                        "a cut object",
                        "{\"a\": 1}\n{\"a\": 2\n",
                        2,
                        "at character 8: expected ',' or '}' after a value but got the end of the line"),
                json(
                        "a cut string",
                        "{\"a\": \"x\n\"}\n",
                        1,
                        "at character 7: the string that starts here does not end in its line"),
                json("a bad escape", "{\"a\": \"\\x\"}\n", 1, "the backslash starts no escape"),
                json("a cut escape", "{\"a\": \"\\u00e\"}\n", 1, "the backslash starts no escape"),
                json("no value", "{\"a\": }\n", 1, "expected a value but got '}'"),
                json("a bare word", "{\"a\": yes}\n", 1, "expected a value but got 'yes}'"),
                json("no colon", "{\"a\" 1}\n", 1, "expected ':' after a key but got '1}'"),
                json("a key without quotes", "{a: 1}\n", 1, "expected a key in quotes but got 'a: 1}'"),
                json("a comma too many", "{\"a\": 1,}\n", 1, "expected a key in quotes but got '}'"),
                json("two objects", "{\"a\": 1} {\"a\": 2}\n", 1, "write one object a line"),
                json("one key twice", "{\"a\": 1, \"a\": 2}\n", 1, "the key 'a' occurs twice in the object"),
                json("a pretty object", "{\n \"a\": 1\n}\n", 1, "expected a key in quotes but got the end of the line"),
                json("wrong brackets", "{\"a\": [1}}\n", 1, "expected ']' but got '}}'"),
                json(
                        "an open list",
                        "{\"a\": [1\n]}\n",
                        1,
                        "the object or list that starts here does not end in its line"),
                json("empty objects", "{}\n{}\n", 0, "has no row with a value"),
                json("blank lines", "\n\n", 0, "has no row with a value"),
                bytes("UTF-16", "t.csv", "a,b\n1,2\n".getBytes(UTF_16), 0, "is written in UTF-16; save it as UTF-8"),
                bytes(
                        "UTF-16 unmarked",
                        "t.csv",
                        "a,b\n".getBytes(UTF_16LE),
                        0,
                        "has a zero byte at byte 2, so it is binary or written in UTF-16"),
                bytes(
                        "Latin-1",
                        "t.csv",
                        "a,b\n1,2\n3,grün\n".getBytes(ISO_8859_1),
                        3,
                        "byte 13 (0xFC) is not valid UTF-8"),
                bytes(
                        "Latin-1 in the header",
                        "t.csv",
                        "a,grün\n1,2\n".getBytes(ISO_8859_1),
                        1,
                        "byte 5 (0xFC) is not valid UTF-8"),
                bytes(
                        "Latin-1 in JSON",
                        "t.jsonl",
                        "{\"a\":\"x\"}\n{\"a\":\"ü\"}\n".getBytes(ISO_8859_1),
                        2,
                        "byte 17 (0xFC) is not valid UTF-8"),
                bytes(
                        "a workbook",
                        "t.csv",
                        "PK\u0003\u0004xxxx".getBytes(UTF_8),
                        0,
                        "is a ZIP archive, as Excel workbooks are too"),
                bytes("a database", "t.csv", "SQLite format 3xxxx".getBytes(UTF_8), 0, "is an SQLite database"),
                bytes(
                        "no Parquet",
                        "t.parquet",
                        "a,b\n1,2\n".getBytes(UTF_8),
                        0,
                        "is not a Parquet file, since it does not start with PAR1"),
                bytes(
                        "encrypted Parquet",
                        "t.parquet",
                        "PARExxxxPARE".getBytes(UTF_8),
                        0,
                        "is an encrypted Parquet file"),
                bytes(
                        "cut Parquet",
                        "t.parquet",
                        "PAR1 and some".getBytes(UTF_8),
                        0,
                        "is a truncated Parquet file, since it does not end with PAR1"),
                bytes("tiny Parquet", "t.parquet", "PAR1".getBytes(UTF_8), 0, "is a truncated Parquet file"),
                bytes(
                        "hollow Parquet",
                        "t.parquet",
                        "PAR1 nothing in here PAR1".getBytes(UTF_8),
                        0,
                        "cannot be read as Parquet ("),
                bytes(
                        "cut gzip",
                        "t.csv.gz",
                        Arrays.copyOf(packed("a,b\n1,2\n".repeat(1_000)), 30),
                        0,
                        "ends in the middle of its gzip data"));
    }

    private static Arguments csv(String what, String text, long line, String problem) {
        return bytes("CSV: " + what, "t.csv", text.getBytes(UTF_8), line, problem);
    }

    private static Arguments json(String what, String text, long line, String problem) {
        return bytes("JSON: " + what, "t.jsonl", text.getBytes(UTF_8), line, problem);
    }

    private static Arguments bytes(String what, String name, byte[] bytes, long line, String problem) {
        return argumentSet(what, name, bytes, line, problem);
    }

    private static byte[] packed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    @Test
    void errorsInJsonLinesShowNoTextWhenAColumnIsSensitive() throws IOException {
        Path path = Files.writeString(folder.resolve("t.jsonl"), "{\"name\": \"x\"}\n{\"name\": Ada}\n");

        assertThatThrownBy(TableFile.of(path)::load).hasMessageContaining("but got 'Ada}'");
        assertThatThrownBy(TableFile.of(path).withSensitive(List.of("name"))::load)
                .hasMessageEndingWith(
                        "line 2: is not valid JSON at character 10: expected a value but got something else");
    }

    @Test
    void aListWithoutLineEndsIsRefusedByItsFirstByte() throws IOException {
        Path path = Files.writeString(folder.resolve("t.json"), "[" + "{\"a\": 1},".repeat(200_000) + "{}]");

        assertThatThrownBy(TableFile.of(path)::load)
                .isInstanceOf(TabularException.class)
                .hasMessageContaining("line 1: is not valid JSON at character 1")
                .hasMessageContaining("write one object a line, without a list around them");
    }

    @Test
    void aMissingFileIsRefused() {
        assertThatThrownBy(() -> TableFile.of(folder.resolve("no.csv")))
                .isInstanceOf(TabularException.class)
                .hasMessageEndingWith("no.csv: there is no such file; check the path");
    }

    @Test
    void aDirectoryIsRefused() {
        assertThatThrownBy(() -> TableFile.of(folder))
                .isInstanceOf(TabularException.class)
                .hasMessageEndingWith(": is a directory; name a file in it");
    }

    @Test
    void aFileThatGoesAwayIsRefused() throws IOException {
        Path path = Files.writeString(folder.resolve("t.csv"), "a\n1\n");
        TableFile file = TableFile.of(path);
        Files.delete(path);

        assertThatThrownBy(file::load)
                .isInstanceOf(TabularException.class)
                .hasMessageEndingWith("there is no such file; check the path");
    }

    @Test
    void aDamagedParquetFileIsRefused() throws IOException {
        Path file = ParquetFiles.query(
                folder.resolve("t.parquet"),
                "SELECT i % 100 AS x, 'category ' || (i % 7) AS s FROM range(200000) t(i)");
        byte[] bytes = Files.readAllBytes(file);
        for (int i = bytes.length / 3; i < bytes.length / 3 + 3_000; i++) {
            bytes[i] ^= 0x5A;
        }
        Files.write(file, bytes);

        assertThatThrownBy(() -> TableFile.of(file).scan(Collected::new))
                .isInstanceOf(TabularException.class)
                .hasMessageContaining("cannot be read as Parquet (")
                .hasCauseInstanceOf(java.sql.SQLException.class);
    }

    @Test
    void whenEveryColumnIsLeftOutTheErrorNamesThem() throws IOException {
        Path path = Files.writeString(folder.resolve("t.csv"), "a,b\n1,2\n");

        assertThatThrownBy(() -> TableFile.of(path).without(List.of("a", "b")).load())
                .isInstanceOf(TabularException.class)
                .hasMessageContaining("no column is left to read; the columns are [a, b]");
    }

    @Test
    void timestampsAloneAreNoTableToLoad() throws IOException {
        Path path = Files.writeString(folder.resolve("t.csv"), "day\n2024-01-01\n");

        assertThat(TableFile.of(path).scan(Collected::new).rows()).isEqualTo(1);
        assertThatThrownBy(TableFile.of(path)::load)
                .isInstanceOf(TabularException.class)
                .hasMessageContaining("has no numeric and no categorical column; declare the type of one");
    }

    @Test
    void optionsThatCannotBeAreRefused() throws IOException {
        TableFile file = TableFile.of(Files.writeString(folder.resolve("t.csv"), "a\n1\n"));

        assertThatThrownBy(() -> file.withThreads(0)).hasMessage("threads: expected at least 1 but got 0");
        assertThatThrownBy(() -> file.withDelimiter('"')).hasMessageContaining("but got '\"'");
        assertThatThrownBy(() -> file.withDelimiter('\n')).hasMessageStartingWith("delimiter: expected");
        assertThatThrownBy(() -> file.withDelimiter('7')).hasMessageContaining("but got '7'");
    }

    @Test
    void aTableIsNotLoadedWithoutTheCellsThatDoNotFit() throws IOException {
        Path path = Files.writeString(folder.resolve("t.csv"), "age\n" + "41\n".repeat(200) + "unknown\n");

        assertThatThrownBy(TableFile.of(path)::load)
                .isInstanceOf(TabularException.class)
                .hasMessageContaining("column 'age': expected numeric cells, but")
                .hasMessageContaining("'unknown'")
                .hasMessageContaining("declare the column categorical");
        assertThat(TableFile.of(path).withMissingWords(Set.of("unknown")).load().rowCount())
                .isEqualTo(201);
    }
}

package io.github.modelwarden.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FastCSV is the judge. Buffers are tiny, so that rows are cut everywhere. */
class CsvReaderTest {

    private static final long SEED = 4180;
    private static final String[] PIECES = {
        "a",
        "b",
        "1.5",
        "",
        " ",
        "\"\"",
        "\"x\"",
        "\"x,y\"",
        "\"x\"\"y\"",
        "\"x\ny\"",
        "\"x\r\ny\"",
        "\"\"\"\"",
        "a\"b",
        "grün",
        "\"grün\"",
        "0123456789",
        "\"0123456789,0123456789\""
    };

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path file() {
        return folder.resolve("table.csv");
    }

    @Test
    void splitsAnyTableAsFastCsvDoes() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 1_000; i++) {
            char delimiter = ",;\t|".charAt(random.nextInt(4));
            int columns = 1 + random.nextInt(4);
            String text = table(random, columns, delimiter);
            Files.writeString(file(), text);

            assertThat(split(columns, delimiter, 16 + random.nextInt(48)))
                    .as("seed %d, table %d: %s", SEED, i, text)
                    .isEqualTo(judged(text, delimiter));
        }
    }

    private static String table(SplittableRandom random, int columns, char delimiter) {
        StringBuilder text = new StringBuilder();
        String lineEnd = new String[] {"\n", "\r\n", "\r"}[random.nextInt(3)];
        int rows = random.nextInt(8);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                text.append(column > 0 ? delimiter : "").append(PIECES[random.nextInt(PIECES.length)]);
            }
            boolean isLast = row == rows - 1;
            text.append(isLast && random.nextBoolean() ? "" : lineEnd);
            text.append(random.nextInt(6) == 0 && !isLast ? lineEnd : "");
        }
        return text.toString();
    }

    @Test
    void refusesWhatFastCsvRefuses() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        String letters = "ab,,\"\"\"\n\r ";
        int refused = 0;
        for (int i = 0; i < 2_500; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(14); length > 0; length--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            Files.writeString(file(), text);
            List<List<String>> expected = judgedOrNothing(text.toString());
            try {
                List<List<String>> rows = split(2, ',', 16 + random.nextInt(16));
                assertThat(rows).as("seed %d, text %d: '%s'", SEED, i, text).isEqualTo(expected);
            } catch (TabularException e) {
                refused++;
                assertThat(expected)
                        .as("seed %d, text %d: '%s', %s", SEED, i, text, e)
                        .isEqualTo(REFUSED);
            }
        }
        assertThat(refused).isBetween(500, 2_450);
    }

    private static final List<List<String>> REFUSED = List.of(List.of("refused"));

    private static List<List<String>> judgedOrNothing(String text) {
        try {
            List<List<String>> rows = judged(text, ',');
            return rows.stream().allMatch(row -> row.size() == 2) ? rows : REFUSED;
        } catch (CsvParseException e) {
            return REFUSED;
        }
    }

    private static List<List<String>> judged(String text, char delimiter) {
        List<List<String>> rows = new ArrayList<>();
        de.siegmar.fastcsv.reader.CsvReader.builder()
                .fieldSeparator(delimiter)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)
                .stream()
                .map(CsvRecord::getFields)
                .forEach(rows::add);
        return rows;
    }

    /** The rows with the blanks that the file has around unquoted cells. */
    private List<List<String>> split(int columns, char delimiter, int bufferLength) {
        CsvShape shape = new CsvShape(Collections.nCopies(columns, "x"), delimiter, 0, 0);
        List<List<String>> rows = new ArrayList<>();
        Cells cells = new Cells(Dialect.CSV, columns, bufferLength, 3);
        try (TextReader reader = new CsvReader(file(), ByteSource.open(file(), false, 0), 1, shape)) {
            while (reader.read(cells)) {
                for (int row = 0; row < cells.rows; row++) {
                    List<String> texts = new ArrayList<>();
                    for (int column = 0; column < columns; column++) {
                        texts.add(text(cells, row * columns + column));
                    }
                    rows.add(texts);
                }
            }
        }
        return rows;
    }

    private static String text(Cells cells, int cell) {
        return (cells.ends[cell] & Cells.QUOTED) != 0
                ? cells.text(cell)
                : new String(cells.bytes, cells.starts[cell], cells.ends[cell] - cells.starts[cell], UTF_8);
    }

    @Test
    void knowsTheLineOfEachRow() throws IOException {
        Files.writeString(file(), "a,1\n\nb,\"x\ny\r\nz\"\r\nc,2\rd,3\n\n\ne,4");
        CsvShape shape = new CsvShape(List.of("x", "y"), ',', 0, 0);
        for (int length = 16; length < 40; length++) {
            List<String> lines = new ArrayList<>();
            Cells cells = new Cells(Dialect.CSV, 2, length, 2);
            try (TextReader reader = new CsvReader(file(), ByteSource.open(file(), false, 0), 1, shape)) {
                while (reader.read(cells)) {
                    for (int row = 0; row < cells.rows; row++) {
                        lines.add(cells.text(row * 2) + cells.lineOf(row) + "/" + (cells.firstRow + row));
                    }
                }
                assertThat(reader.blankLines()).isEqualTo(3);
            }
            assertThat(lines).as("buffer of %d", length).containsExactly("a1/1", "b3/2", "c6/3", "d7/4", "e10/5");
        }
    }

    @Test
    void readsARowThatIsLongerThanTheBuffer() throws IOException {
        String long1 = "x".repeat(100_000);
        Files.writeString(file(), long1 + ",\"" + "line\n".repeat(50_000) + "\"\nb,c\n");

        List<List<String>> rows = split(2, ',', 16);

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).get(0)).isEqualTo(long1);
        assertThat(rows.get(0).get(1)).hasSize(250_000);
        assertThat(rows.get(1)).containsExactly("b", "c");
    }

    @Test
    void refusesBytesThatAreNotUtf8WhereverTheyAre() throws IOException {
        byte[] bytes = "abc,grün\n".repeat(20).getBytes(UTF_8);
        for (int i = 0; i < bytes.length; i += 5) {
            if (bytes[i] == ',' || bytes[i] == '\n') {
                continue;
            }
            byte[] broken = bytes.clone();
            broken[i] = (byte) 0xFF;
            Files.write(file(), broken);
            try {
                split(2, ',', 24);
                fail("byte %d was taken", i);
            } catch (TabularException e) {
                assertThat(e).hasMessageContaining("byte ").hasMessageContaining("is not valid UTF-8");
            }
        }
    }
}

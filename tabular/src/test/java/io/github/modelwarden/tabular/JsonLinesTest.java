package io.github.modelwarden.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.modelwarden.core.data.FeatureType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is special about JSON lines. DuckDB's reader is the judge of values. */
class JsonLinesTest {

    private static final long SEED = 8259;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private TableFile file(String text) throws IOException {
        return TableFile.of(Files.writeString(folder.resolve("t.jsonl"), text));
    }

    @Test
    void aKeyThatAppearsLateIsAColumnWithMissingValuesBefore() throws IOException {
        TableScan<Collected> scan = file("{\"a\":1}\n".repeat(50_000) + "{\"b\":\"late\",\"a\":2}\n{}\n")
                .scan(Collected::new);

        assertThat(scan.rows()).isEqualTo(50_002);
        assertThat(scan.consumer().types()).isEqualTo(Map.of("a", FeatureType.NUMERIC, "b", FeatureType.CATEGORICAL));
        assertThat(scan.consumer().categories("b")).hasSize(50_002).endsWith("late", (String) null);
        assertThat(scan.consumer().numbers("a")).endsWith(1.0, 2.0, Double.NaN);
        assertThat(scan.report().column("b").missing()).isEqualTo(50_001);
    }

    @Test
    void keysMayComeInAnyOrder() throws IOException {
        Collected table = file("{\"a\":1,\"b\":2}\n{\"b\":3,\"a\":4}\n")
                .scan(Collected::new)
                .consumer();

        assertThat(table.numbers("a")).containsExactly(1.0, 4.0);
        assertThat(table.numbers("b")).containsExactly(2.0, 3.0);
    }

    @Test
    void keysThatDifferInCaseAreTwoColumns() throws IOException {
        assertThat(file("{\"a\":1,\"A\":2}\n").columnNames()).containsExactly("a", "A");
    }

    @Test
    void escapedKeysAreTheKeysTheyStandFor() throws IOException {
        TableFile file = file("{\"gr\\u00f6\\u00dfe\":1}\n{\"größe\":2}\n{\"a\\\"b\\\\\":3}\n");

        assertThat(file.columnNames()).containsExactly("größe", "a\"b\\");
        assertThat(file.scan(Collected::new).consumer().numbers("größe")).startsWith(1.0, 2.0);
    }

    @Test
    void aNumberInQuotesIsTextUnlessDeclared() throws IOException {
        TableFile file = file("{\"zip\":\"01234\"}\n{\"zip\":\"1e3\"}\n{\"zip\":\"x\"}\n");

        assertThat(file.scan(Collected::new).consumer().categories("zip")).containsExactly("01234", "1e3", "x");
        TableScan<Collected> declared =
                file.withTypes(Map.of("zip", FeatureType.NUMERIC)).scan(Collected::new);
        assertThat(declared.consumer().numbers("zip")).containsExactly(1234.0, 1000.0, Double.NaN);
        assertThat(declared.report().column("zip").problemSentence())
                .isEqualTo("column 'zip': 1 cell is not a number: '\"x\"' in line 3");
    }

    @Test
    void aNumberInQuotesAmongNumbersIsANumber() throws IOException {
        TableFile file = file("{\"x\":1}\n".repeat(30) + "{\"x\":\"2\"}\n");

        TableScan<Collected> inferred = file.scan(Collected::new);
        assertThat(inferred.report().column("x").kind()).isEqualTo(ColumnKind.NUMERIC);
        assertThat(inferred.report().column("x").reason()).isEqualTo("30 of 31 present cells are numbers");
        assertThat(inferred.report().withProblems()).isEmpty();
        assertThat(inferred.consumer().numbers("x")).endsWith(1.0, 2.0);
        TableScan<Collected> again = file.withTypes(inferred.report().types()).scan(Collected::new);
        assertThat(again.consumer().numbers("x")).isEqualTo(inferred.consumer().numbers("x"));
    }

    @Test
    void objectsAndListsAreLeftOutWithAReasonUnlessDeclared() throws IOException {
        TableFile file = file("{\"a\":1,\"tags\":[\"x\",{\"y\":\"]\"}]}\n{\"a\":2,\"tags\":{\"z\":null}}\n{\"a\":3}\n");

        TableScan<Collected> scan = file.scan(Collected::new);
        assertThat(scan.consumer().types()).containsOnlyKeys("a");
        assertThat(scan.report().column("tags").kind()).isEqualTo(ColumnKind.UNSUPPORTED);
        assertThat(scan.report().column("tags").reason()).isEqualTo("2 of 2 present cells are objects or lists");
        assertThat(scan.report().column("tags").missing()).isEqualTo(1);
        assertThat(file.withTypes(Map.of("tags", FeatureType.CATEGORICAL))
                        .scan(Collected::new)
                        .consumer()
                        .categories("tags"))
                .containsExactly("[\"x\",{\"y\":\"]\"}]", "{\"z\":null}", null);
    }

    @Test
    void wordsThatPythonWritesForNumbersAreTaken() throws IOException {
        TableScan<Collected> scan = file("{\"x\":1.5}\n".repeat(20) + "{\"x\":NaN}\n{\"x\":-Infinity}\n")
                .scan(Collected::new);

        assertThat(scan.consumer().numbers("x")).endsWith(1.5, Double.NaN, Double.NaN);
        assertThat(scan.report().column("x").missing()).isEqualTo(1);
        assertThat(scan.report().column("x").problemSentence())
                .isEqualTo("column 'x': 1 cell is infinite: '-Infinity' in line 22");
    }

    @Test
    void linesAreCountedWithTheBlankOnes() throws IOException {
        ColumnReport x = file("\n  \n{\"x\":1}\n\n" + "{\"x\":2}\r\n".repeat(20) + "\n{\"x\":true}\n")
                .scan(Collected::new)
                .report()
                .column("x");

        assertThat(x.problemSentence()).isEqualTo("column 'x': 1 cell is not a number: 'true' in line 26");
    }

    @Test
    void readsAnyObjectsAsDuckDbDoes() throws IOException, SQLException {
        SplittableRandom random = new SplittableRandom(SEED);
        StringBuilder text = new StringBuilder();
        int rows = 40_000; // more than one filling of the buffers
        for (int row = 0; row < rows; row++) {
            text.append(object(random)).append(random.nextBoolean() ? "\n" : " \r\n");
        }
        TableFile file = file(text.toString());

        Collected table = file.withTypes(Map.of(
                        "a", FeatureType.CATEGORICAL, "b", FeatureType.CATEGORICAL, "c", FeatureType.CATEGORICAL))
                .withMissingWords(Set.of())
                .withThreads(1)
                .scan(Collected::new)
                .consumer();

        for (String key : List.of("a", "b", "c")) {
            assertThat(table.categories(key)).as("seed %d, key %s", SEED, key).isEqualTo(judged(file.path(), key));
        }
    }

    private static String object(SplittableRandom random) {
        String[] values = {
            "1",
            "-2500.5",
            "0",
            "true",
            "false",
            "null",
            "\"\"",
            "\"x\"",
            "\"gr\\u00fcn\"",
            "\"a\\\"b\\\\\"",
            "\"l\\nm\\t\"",
            "\"}, {\"",
            "\"\\ud834\\udd1e\"",
            "[1,2]",
            "{\"z\":[]}",
            "\"\\/\"",
            "\"漢字\""
        };
        StringBuilder text = new StringBuilder("{");
        String separator = "";
        for (String key : random.nextBoolean() ? List.of("a", "b", "c") : List.of("c", "a", "b")) {
            if (random.nextInt(5) > 0) {
                text.append(separator).append('"').append(key).append(random.nextBoolean() ? "\":" : "\" : ");
                text.append(values[random.nextInt(values.length)]);
                separator = random.nextBoolean() ? "," : " , ";
            }
        }
        return text.append('}').toString();
    }

    private static List<@Nullable String> judged(Path file, String key) throws SQLException {
        List<@Nullable String> values = new ArrayList<>();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "SELECT json ->> '$." + key + "' FROM read_ndjson_objects('" + file + "')")) {
            while (result.next()) {
                String value = result.getString(1);
                values.add(value == null || value.isBlank() ? null : value);
            }
        }
        return values;
    }
}

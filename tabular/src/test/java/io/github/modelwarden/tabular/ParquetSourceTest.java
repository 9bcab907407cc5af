package io.github.modelwarden.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.modelwarden.core.data.FeatureType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is special about Parquet. */
class ParquetSourceTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private TableFile file(String sql) throws IOException {
        return TableFile.of(ParquetFiles.query(folder.resolve("t.parquet"), sql));
    }

    private TableFile resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(ParquetSourceTest.class.getResourceAsStream(name))) {
            Path copy = folder.resolve(name);
            Files.copy(in, copy);
            return TableFile.of(copy);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "1::TINYINT | NUMERIC | stored as TINYINT",
                "1::UBIGINT | NUMERIC | stored as UBIGINT",
                "1::HUGEINT | NUMERIC | stored as DOUBLE",
                "1.25::DECIMAL(10,2) | NUMERIC | stored as DECIMAL(10,2)",
                "1.5::FLOAT | NUMERIC | stored as FLOAT",
                "true | CATEGORICAL | stored as BOOLEAN",
                "'x' | CATEGORICAL | stored as VARCHAR",
                "'1.5' | CATEGORICAL | stored as VARCHAR",
                "'2024-01-05' | TIMESTAMP | 1 of 1 present cell is a date or timestamp",
                "uuid() | CATEGORICAL | stored as UUID",
                "DATE '2024-01-05' | TIMESTAMP | stored as DATE",
                "TIME '10:00:00' | TIMESTAMP | stored as TIME",
                "TIMESTAMP '2024-01-05 10:00:00' | TIMESTAMP | stored as TIMESTAMP",
                "TIMESTAMPTZ '2024-01-05 10:00:00Z' | TIMESTAMP | stored as TIMESTAMP WITH TIME ZONE",
                "[1, 2] | UNSUPPORTED | stored as INTEGER[]",
                "{'a': 1} | UNSUPPORTED | stored as STRUCT(a INTEGER)",
                "map {'a': 1} | UNSUPPORTED | stored as MAP(VARCHAR, INTEGER)",
                "'x'::BLOB | UNSUPPORTED | stored as BLOB",
                "INTERVAL 1 DAY | UNSUPPORTED | stored as INTERVAL",
                "NULL::VARCHAR | CATEGORICAL | no cell has a value",
                "NULL::INTEGER | NUMERIC | stored as INTEGER"
            })
    void storedTypesDecide(String value, ColumnKind kind, String reason) throws IOException {
        ColumnReport x =
                file("SELECT " + value + " AS x").scan(Collected::new).report().column("x");

        assertThat(x.kind()).isEqualTo(kind);
        assertThat(x.reason()).isEqualTo(reason);
    }

    @Test
    void numbersComeAsTheyAreStored() throws IOException {
        Collected table =
                file("SELECT unnest([1, NULL, 9007199254740993]) AS i, unnest([0.1::FLOAT, 'nan', NULL]) AS f,"
                                + " unnest([1.25::DECIMAL(10,2), -3.5, NULL]) AS d")
                        .scan(Collected::new)
                        .consumer();

        assertThat(table.numbers("i")).containsExactly(1.0, Double.NaN, 9007199254740992.0);
        assertThat(table.numbers("f")).containsExactly((double) 0.1f, Double.NaN, Double.NaN);
        assertThat(table.numbers("d")).containsExactly(1.25, -3.5, Double.NaN);
    }

    @Test
    void wholeNumbersAreShownWhole() throws IOException {
        TableReport report = file("SELECT i AS x, i + 0.5 AS y FROM range(9) t(i)")
                .scan(Collected::new)
                .report();

        assertThat(report.column("x").examples()).containsExactly("0", "1", "2", "3", "4");
        assertThat(report.column("y").examples()).startsWith("0.5", "1.5");
    }

    @Test
    void aDeclaredTypeReadsTheTextOfAnyValue() throws IOException {
        Collected table = file("SELECT DATE '2024-01-05' AS day, [1, 2] AS list, '1.5' AS text, 7 AS code")
                .withTypes(Map.of(
                        "day", FeatureType.CATEGORICAL,
                        "list", FeatureType.CATEGORICAL,
                        "text", FeatureType.NUMERIC,
                        "code", FeatureType.CATEGORICAL))
                .scan(Collected::new)
                .consumer();

        assertThat(table.categories("day")).containsExactly("2024-01-05");
        assertThat(table.categories("list")).containsExactly("[1, 2]");
        assertThat(table.numbers("text")).containsExactly(1.5);
        assertThat(table.categories("code")).containsExactly("7");
    }

    @Test
    void valuesOfUnsupportedColumnsAreCountedAsPresent() throws IOException {
        TableReport report = file("SELECT unnest([[1], NULL, [2, 3]]) AS list, 1 AS x")
                .scan(Collected::new)
                .report();

        assertThat(report.column("list").missing()).isEqualTo(1);
        assertThat(report.column("list").examples()).isEmpty();
        assertThat(report.leftOut()).extracting(ColumnReport::name).containsExactly("list");
    }

    @Test
    void namesThatDifferInCaseAreDifferentColumns() throws IOException {
        TableFile file = resource("case-names.parquet");

        assertThat(file.columnNames()).containsExactly("plan", "Plan", "PLAN", "x");
        Collected table = file.scan(Collected::new).consumer();
        assertThat(table.categories("plan")).containsExactly("a", "b");
        assertThat(table.numbers("Plan")).containsExactly(1.5, 2.5);
        assertThat(table.categories("x")).containsExactly("true", null);
    }

    @Test
    void twoColumnsOfOneNameAreRefused() throws IOException {
        assertThatThrownBy(resource("same-names.parquet")::load)
                .isInstanceOf(TabularException.class)
                .hasMessageContaining("column 'a': columns 1 and 2 have this name");
    }

    @Test
    void aFolderNamedLikeAPartitionAddsNoColumn() throws IOException {
        Path partition = Files.createDirectory(folder.resolve("year=2024"));
        Path file = ParquetFiles.query(partition.resolve("t.parquet"), "SELECT 1.5::DOUBLE AS x");

        assertThat(TableFile.of(file).columnNames()).containsExactly("x");
    }

    @Test
    void aTableWithoutRowsIsEmpty() throws IOException {
        TableFile file = file("SELECT 1.5::DOUBLE AS x, 'a' AS s WHERE false");

        assertThat(file.scan(Collected::new).rows()).isZero();
        assertThat(file.load().rowCount()).isZero();
        assertThat(file.load().columnNames()).containsExactly("x", "s");
    }

    @Test
    void longTextsAreRead() throws IOException {
        Collected table = file("SELECT repeat('ü', 300000) || i AS s FROM range(5) t(i)")
                .scan(Collected::new)
                .consumer();

        assertThat(table.categories("s"))
                .hasSize(5)
                .allSatisfy(text -> assertThat(text).hasSize(300_001));
    }

    @Test
    void storedIntegersThatMayLoseDigitsAreSaid() throws IOException {
        Path path = ParquetFiles.query(
                folder.resolve("long.parquet"),
                "SELECT 9007199254740993 + i AS id, 1e17 + i AS size, i AS small FROM range(20) t(i)");
        TableReport report = TableFile.of(path).scan(Collected::new).report();

        assertThat(report.column("id").advice())
                .hasValueSatisfying(advice -> assertThat(advice)
                        .contains("20 of 20 present cells are 2^53 or more in size", "declare the column categorical"));
        assertThat(report.column("size").advice()).isEmpty();
        assertThat(report.column("small").advice()).isEmpty();
    }
}

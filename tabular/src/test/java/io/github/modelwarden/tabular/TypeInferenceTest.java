package io.github.modelwarden.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.data.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the cells of a CSV column make of it. */
class TypeInferenceTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private TableFile column(int rows, IntFunction<String> cell) throws IOException {
        return file("x,row\n"
                + IntStream.range(0, rows)
                        .mapToObj(row -> cell.apply(row) + "," + row + "\n")
                        .collect(Collectors.joining()));
    }

    private TableFile file(String text) throws IOException {
        return TableFile.of(Files.writeString(folder.resolve("t.csv"), text));
    }

    private static ColumnReport scanned(TableFile file) {
        return file.scan(Collected::new).report().column("x");
    }

    @ParameterizedTest
    @CsvSource({
        "1, NUMERIC",
        "-2.5e3, NUMERIC",
        "true, CATEGORICAL",
        "yes, CATEGORICAL",
        "2024-01-05, TIMESTAMP",
        "2024-01-05T10:00:00Z, TIMESTAMP",
        "20240105, NUMERIC",
        "'', NUMERIC",
        "NA, NUMERIC",
        "'\"1.5\"', NUMERIC",
        "'\"1,5\"', CATEGORICAL",
        "0x10, CATEGORICAL",
        "inf, NUMERIC"
    })
    void aColumnIsWhatItsCellsAre(String cell, ColumnKind kind) throws IOException {
        assertThat(scanned(column(20, row -> cell)).kind()).isEqualTo(kind);
    }

    @Test
    void aTenthOfTextLeavesAColumnNumericWithAProblem() throws IOException {
        ColumnReport x = scanned(column(100, row -> row % 10 == 4 ? "oops" : "" + row));

        assertThat(x.kind()).isEqualTo(ColumnKind.NUMERIC);
        assertThat(x.source()).isEqualTo(TypeSource.INFERRED);
        assertThat(x.reason()).isEqualTo("90 of 100 present cells are numbers");
        assertThat(x.missing()).isZero();
        assertThat(x.problemSentence())
                .isEqualTo("column 'x': 10 cells are not numbers, the first is 'oops' in line 6");
    }

    @Test
    void oneProblemIsToldInTheSingular() throws IOException {
        ColumnReport x = scanned(column(100, row -> row == 50 ? "2024-01-05" : row == 60 ? "1e999" : "" + row));

        assertThat(x.problemSentence())
                .isEqualTo("column 'x': 1 cell is not a number: '2024-01-05' in line 52;"
                        + " 1 cell is infinite: '1e999' in line 62");
    }

    @Test
    void moreThanATenthOfTextMakesAColumnCategorical() throws IOException {
        ColumnReport x = scanned(column(100, row -> row % 9 == 4 ? "oops" : "" + row));

        assertThat(x.kind()).isEqualTo(ColumnKind.CATEGORICAL);
        assertThat(x.reason()).isEqualTo("11 of 100 present cells are not numbers");
        assertThat(x.problems()).isEmpty();
    }

    @Test
    void wholeNumbersThatWouldBecomeOthersAreIdentifiers() throws IOException {
        TableFile file = column(300, row -> "" + (9_007_199_254_740_993L + row));
        ColumnReport x = scanned(file);

        assertThat(x.kind()).isEqualTo(ColumnKind.CATEGORICAL);
        assertThat(x.reasonAndAdvice())
                .isEqualTo(
                        "150 of 300 present cells are whole numbers with more digits than a number keeps, as identifiers"
                                + " have; declare the column numeric in a schema if they are quantities");
        assertThat(file.load().categorical("x").categories()).hasSize(300);
        assertThat(scanned(file.withTypes(Map.of("x", FeatureType.NUMERIC))).advice())
                .hasValueSatisfying(advice -> assertThat(advice).startsWith("150 of 300 present cells are too long"));
        assertThat(scanned(column(30, row -> "\"1234567890123456789" + row + "\""))
                        .kind())
                .isEqualTo(ColumnKind.CATEGORICAL);
        assertThat(scanned(column(30, row -> "9".repeat(60))).kind()).isEqualTo(ColumnKind.CATEGORICAL);
    }

    @Test
    void largeNumbersThatLoseNothingAreNumbers() throws IOException {
        for (String cell :
                List.of("10000000000000000", "-9007199254740992", "1e25", "0.12345678901234567890123", "1e300")) {
            ColumnReport x = scanned(column(30, row -> cell));
            assertThat(x.kind()).as(cell).isEqualTo(ColumnKind.NUMERIC);
            assertThat(x.advice()).as(cell).isEmpty();
        }
        ColumnReport few = scanned(column(30, row -> row == 7 ? "9007199254740993" : "" + row));
        assertThat(few.kind()).isEqualTo(ColumnKind.NUMERIC);
        assertThat(few.advice())
                .hasValueSatisfying(advice -> assertThat(advice)
                        .startsWith("1 of 30 present cells is too long for a number to keep every digit"));
    }

    @ParameterizedTest
    @CsvSource({
        "'1,5', 2, true",
        "'-1.234,50', '0,5', true",
        "1, 2, false",
        "'1,5', x, false",
        "'1,5,7', '1,2', false",
        "'12.34,5', '1,2', false",
        "a, b, false"
    })
    void decimalCommasAreSeen(String first, String second, boolean seen) throws IOException {
        ColumnReport x = scanned(file("x;y\n" + (first + ";1\n" + second + ";2\n").repeat(40)));

        assertThat(x.advice().isPresent()).isEqualTo(seen);
        assertThat(x.advice().orElse("decimal comma")).contains("decimal comma");
    }

    @Test
    void missingCellsDoNotCountForTheShare() throws IOException {
        ColumnReport x = scanned(column(1_000, row -> row % 100 == 0 ? "word" : row % 2 == 0 ? "" : "NA"));

        assertThat(x.kind()).isEqualTo(ColumnKind.CATEGORICAL);
        assertThat(x.missing()).isEqualTo(990);
        assertThat(x.reason()).isEqualTo("10 of 10 present cells are not numbers");
    }

    @Test
    void aColumnWithoutAnyValueIsNumeric() throws IOException {
        TableScan<Collected> scan =
                column(10, row -> row % 2 == 0 ? " " : "null").scan(Collected::new);

        assertThat(scan.report().column("x").kind()).isEqualTo(ColumnKind.NUMERIC);
        assertThat(scan.report().column("x").reason()).isEqualTo("no cell has a value");
        assertThat(scan.report().column("x").missing()).isEqualTo(10);
        assertThat(scan.consumer().numbers("x")).containsOnly(Double.NaN).hasSize(10);
    }

    /** The sample sees the first rows and seven places further down; these rows hide between them. */
    private static String hidden(int row, String there, String elsewhere) {
        int rows = 700_000;
        return row > rows * 0.53 && row < rows * 0.60 ? there : elsewhere;
    }

    @Test
    void aScanStartsAgainWhenTheWholeFileSaysOtherwise() throws IOException {
        List<Map<String, FeatureType>> announced = new ArrayList<>();
        TableFile file = column(700_000, row -> hidden(row, "x", row % 100 == 0 ? "1" : ""));

        TableScan<Collected> scan = file.scan(types -> {
            announced.add(types);
            return new Collected(types);
        });

        assertThat(announced)
                .extracting(types -> types.get("x"))
                .containsExactly(FeatureType.NUMERIC, FeatureType.CATEGORICAL);
        assertThat(scan.consumer().types()).isEqualTo(announced.get(1));
        assertThat(scan.report().types()).isEqualTo(announced.get(1));
        assertThat(scan.consumer().categories("x")).hasSize(700_000).contains("x", "1", null);
    }

    @Test
    void hiddenTextOfATenthIsAProblemNotAnotherType() throws IOException {
        TableScan<Collected> scan =
                column(700_000, row -> hidden(row, "x", "1")).scan(Collected::new);

        assertThat(scan.report().column("x").kind()).isEqualTo(ColumnKind.NUMERIC);
        assertThat(scan.report().column("x").problems()).singleElement().satisfies(problem -> {
            assertThat(problem.count()).isEqualTo(48_999);
            assertThat(problem.firstRow()).isEqualTo(371_002);
            assertThat(problem.firstLine()).hasValue(371_003);
        });
    }

    @Test
    void aDeclaredTypeIsNeverCorrected() throws IOException {
        TableScan<Collected> scan = column(100, row -> "word")
                .withTypes(Map.of("x", FeatureType.NUMERIC))
                .scan(Collected::new);

        assertThat(scan.report().column("x").kind()).isEqualTo(ColumnKind.NUMERIC);
        assertThat(scan.report().column("x").problems().get(0).count()).isEqualTo(100);
    }

    @Test
    void aNumberDeclaredCategoricalKeepsItsText() throws IOException {
        TableFile file = file("x\n01\n1.50\n 7 \n\"7\"\nNA\n");

        assertThat(file.withTypes(Map.of("x", FeatureType.CATEGORICAL))
                        .scan(Collected::new)
                        .consumer()
                        .categories("x"))
                .containsExactly("01", "1.50", "7", "7", null);
    }

    @Test
    void examplesAreTheFirstDistinctValuesAsTheFileWritesThem() throws IOException {
        ColumnReport x = scanned(column(100, row -> row < 3 ? "NA" : row % 7 + ".50"));

        assertThat(x.examples()).containsExactly("3.50", "4.50", "5.50", "6.50", "0.50");
    }

    @Test
    void aLongTextIsShortened() throws IOException {
        ColumnReport x = scanned(column(3, row -> "word".repeat(100)));

        assertThat(x.examples().get(0)).hasSize(61).endsWith("wordword…");
    }

    @Test
    void aNumberMayBeAMissingWord() throws IOException {
        TableFile file = column(10, row -> row % 2 == 0 ? "-999" : row + "").withMissingWords(Set.of("-999"));

        assertThat(file.scan(Collected::new).consumer().numbers("x"))
                .startsWith(Double.NaN, 1.0, Double.NaN, 3.0)
                .hasSize(10);
        assertThat(scanned(file).missing()).isEqualTo(5);
        assertThat(scanned(file).problems()).isEmpty();
    }

    @Test
    void textInANumericColumnLeavesTheNumbersAroundIt() throws IOException {
        TableScan<Collected> scan = column(
                        50, row -> row == 10 ? "1-2" : row == 20 ? "\"3\"" : row == 30 ? "" : "" + row)
                .scan(Collected::new);

        List<Double> expected = new ArrayList<>();
        for (int row = 0; row < 50; row++) {
            expected.add(row == 10 || row == 30 ? Double.NaN : row == 20 ? 3.0 : (double) row);
        }
        assertThat(scan.consumer().numbers("x")).isEqualTo(expected);
    }

    @Test
    void manyCategoriesAreReadLikeFew() throws IOException {
        int rows = 120_000;
        TableScan<Collected> scan =
                column(rows, row -> "customer " + (row * 7_919L) % 50_000).scan(Collected::new);

        List<String> expected = IntStream.range(0, rows)
                .mapToObj(row -> "customer " + (row * 7_919L) % 50_000)
                .toList();
        assertThat(scan.consumer().categories("x")).isEqualTo(expected);
    }

    @Test
    void loadAndScanGiveTheSame() throws IOException {
        TableFile file = column(30_000, row -> row % 3 == 0 ? "" : "c" + row % 11);

        Table table = file.load();
        Collected blocks = file.scan(Collected::new).consumer();

        List<@Nullable String> categories = blocks.categories("x");
        for (int row = 0; row < 30_000; row++) {
            assertThat(table.categorical("x").value(row)).isEqualTo(categories.get(row));
        }
        assertThat(table.numeric("row").values())
                .containsExactly(
                        blocks.numbers("row").stream().mapToDouble(v -> v).toArray());
        assertThat(table.categorical("x").categories())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 11).mapToObj(i -> "c" + i).toList());
    }

    @Test
    void aHeaderWithoutRowsIsAnEmptyTable() throws IOException {
        for (String text : List.of("x,y", "x,y\n", "x,y\r\n\r\n", "\n\nx,y\n")) {
            List<Table> blocks = new ArrayList<>();
            TableScan<Consumer<Table>> scan = file(text).scan(types -> blocks::add);

            assertThat(scan.rows()).isZero();
            assertThat(blocks).isEmpty();
            assertThat(file(text).load().rowCount()).isZero();
            assertThat(file(text).load().columnNames()).containsExactly("x", "y");
        }
    }

    @Test
    void veryManyColumnsAreRead() throws IOException {
        int columns = 10_000;
        String header = IntStream.range(0, columns).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        String row = IntStream.range(0, columns)
                .mapToObj(i -> i % 2 == 0 ? "" + i : "w" + i)
                .collect(Collectors.joining(","));
        Table table = file(header + "\n" + String.join("\n", Collections.nCopies(40, row)))
                .load();

        assertThat(table.rowCount()).isEqualTo(40);
        assertThat(table.numeric("c9998").value(39)).isEqualTo(9_998);
        assertThat(table.categorical("c9999").value(39)).isEqualTo("w9999");
    }
}

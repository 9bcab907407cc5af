package io.github.modelwarden.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.data.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for one table in every format. A new format subclasses this and says how it writes the table. */
abstract class TableFormatContract {

    private static final int ROWS = 10_000;
    private static final String ODD_NAME = "odd \"name\", yes";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private TableFile file;

    /**
     * Writes a table.
     *
     * @param columns by name, in order: Double, Boolean, String, or null where missing; a column named {@code since}
     *     holds dates as ISO text
     */
    abstract Path write(Map<String, List<@Nullable Object>> columns) throws IOException;

    @BeforeEach
    void writeTheTable() throws IOException {
        file = TableFile.of(write(table()));
    }

    private static Map<String, List<@Nullable Object>> table() {
        Map<String, List<@Nullable Object>> columns = new LinkedHashMap<>();
        for (String name : List.of("age", "plan", "note", "paperless", "since", "empty", ODD_NAME)) {
            columns.put(name, new ArrayList<>());
        }
        for (int row = 0; row < ROWS; row++) {
            List<@Nullable Object> values = Arrays.asList(
                    row % 7 == 3 ? null : row / 8.0,
                    row % 5 == 1 ? null : "plan " + row % 3,
                    "a, \"b\"\nü" + row % 2,
                    row % 2 == 0,
                    "2024-01-0" + (1 + row % 9),
                    null,
                    (double) -row);
            int column = 0;
            for (List<@Nullable Object> cells : columns.values()) {
                cells.add(values.get(column++));
            }
        }
        return columns;
    }

    @Test
    void theTableIsTheSameInEveryFormat() {
        Table table = file.load();

        assertThat(table.columnNames()).containsExactly("age", "plan", "note", "paperless", "empty", ODD_NAME);
        assertThat(table.rowCount()).isEqualTo(ROWS);
        for (int row = 0; row < ROWS; row++) {
            Double age = row % 7 == 3 ? Double.NaN : row / 8.0;
            assertThat((Double) table.numeric("age").value(row)).isEqualTo(age);
            assertThat(table.categorical("plan").value(row)).isEqualTo(row % 5 == 1 ? null : "plan " + row % 3);
            assertThat(table.categorical("note").value(row)).isEqualTo("a, \"b\"\nü" + row % 2);
            assertThat(table.categorical("paperless").value(row)).isEqualTo(row % 2 == 0 ? "true" : "false");
            assertThat(table.numeric("empty").isMissing(row)).isTrue();
            assertThat(table.numeric(ODD_NAME).value(row)).isEqualTo(-row);
        }
    }

    @Test
    void theReportSaysWhatWasFound() {
        TableReport report = file.scan(types -> (Consumer<Table>) block -> {}).report();

        assertThat(report.rows()).isEqualTo(ROWS);
        assertThat(report.columns())
                .extracting(ColumnReport::name)
                .containsExactly("age", "plan", "note", "paperless", "since", "empty", ODD_NAME);
        assertThat(report.columns())
                .extracting(ColumnReport::kind)
                .containsExactly(
                        ColumnKind.NUMERIC,
                        ColumnKind.CATEGORICAL,
                        ColumnKind.CATEGORICAL,
                        ColumnKind.CATEGORICAL,
                        ColumnKind.TIMESTAMP,
                        ColumnKind.NUMERIC,
                        ColumnKind.NUMERIC);
        assertThat(report.columns())
                .extracting(ColumnReport::missing)
                .containsExactly(1_429L, 2_000L, 0L, 0L, 0L, (long) ROWS, 0L);
        assertThat(report.column("plan").examples()).containsExactly("plan 0", "plan 2", "plan 1");
        assertThat(report.column("since").examples())
                .startsWith("2024-01-01", "2024-01-02")
                .hasSize(5);
        assertThat(report.leftOut()).containsExactly(report.column("since"));
        assertThat(report.withProblems()).isEmpty();
        assertThat(report.types().keySet()).containsExactly("age", "plan", "note", "paperless", "empty", ODD_NAME);
        assertThat(report.columns())
                .allSatisfy(column -> assertThat(column.reason()).isNotBlank());
    }

    @Test
    void blocksComeInTheOrderOfTheFileWithTheTypesAnnounced() {
        for (int threads : new int[] {1, 2, 5}) {
            List<Map<String, FeatureType>> announced = new ArrayList<>();
            List<Table> blocks = new ArrayList<>();

            file.withThreads(threads).scan(types -> {
                announced.add(types);
                return (Consumer<Table>) blocks::add;
            });

            assertThat(announced).hasSize(1);
            int row = 0;
            for (Table block : blocks) {
                assertThat(block.columnNames())
                        .containsExactlyElementsOf(announced.get(0).keySet());
                for (int i = 0; i < block.rowCount(); i++) {
                    assertThat(block.numeric(ODD_NAME).value(i)).isEqualTo(-row);
                    row++;
                }
            }
            assertThat(row).isEqualTo(ROWS);
            assertThat(blocks).hasSizeBetween(2, 50);
        }
    }

    @Test
    void aDeclaredTypeWins() {
        TableScan<Collected> scan = file.withTypes(Map.of(
                        "age", FeatureType.CATEGORICAL, "since", FeatureType.CATEGORICAL, "plan", FeatureType.NUMERIC))
                .scan(Collected::new);

        assertThat(scan.consumer().categories("age").subList(0, 4)).containsExactly("0.0", "0.125", "0.25", null);
        assertThat(scan.consumer().categories("since").subList(0, 2)).containsExactly("2024-01-01", "2024-01-02");
        assertThat(scan.consumer().numbers("plan")).containsOnly(Double.NaN);
        ColumnReport plan = scan.report().column("plan");
        assertThat(plan.source()).isEqualTo(TypeSource.DECLARED);
        assertThat(plan.reason()).isEqualTo("declared as numeric");
        assertThat(plan.missing()).isEqualTo(2_000);
        assertThat(plan.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(CellProblem.Kind.TEXT);
            assertThat(problem.count()).isEqualTo(8_000);
            assertThat(problem.firstRow()).isEqualTo(1);
            assertThat(problem.firstText().orElseThrow()).contains("plan 0");
        });
    }

    @Test
    void columnsAreChosenAndRenamed() {
        assertThat(file.withOnly(List.of("age", "plan")).load().columnNames()).containsExactly("age", "plan");
        assertThat(file.without(List.of("note", "empty", ODD_NAME)).load().columnNames())
                .containsExactly("age", "plan", "paperless");
        TableFile renamed = file.withNames(Map.of("age", "_score", "plan", "tariff"));
        assertThat(renamed.withOnly(List.of("_score", "tariff")).load().columnNames())
                .containsExactly("_score", "tariff");
        assertThat(renamed.columnNames())
                .containsExactly("_score", "tariff", "note", "paperless", "since", "empty", ODD_NAME);
        assertThat(renamed.withOnly(List.of("_score")).load().numeric("_score").value(8))
                .isEqualTo(1);
    }

    @Test
    void anAbsentColumnIsNamedWithTheClosestOne() {
        for (TableFile wanting : List.of(
                file.withTypes(Map.of("pan", FeatureType.NUMERIC)),
                file.withOnly(List.of("pan")),
                file.without(List.of("pan")),
                file.withSensitive(List.of("pan")),
                file.withNames(Map.of("pan", "x")))) {
            assertThatThrownBy(wanting::load)
                    .isInstanceOf(TabularException.class)
                    .hasMessageContaining("column 'pan'")
                    .hasMessageContaining("not there, did you mean 'plan'?")
                    .hasMessageContaining("the columns are [age, plan, note");
        }
    }

    @Test
    void aNewNameThatIsTakenIsRefused() {
        assertThatThrownBy(file.withNames(Map.of("age", "plan"))::load)
                .isInstanceOf(TabularException.class)
                .hasMessageContaining("column 'plan'")
                .hasMessageContaining("columns 1 and 2 have this name");
    }

    @Test
    void infinitiesAndTextsAreCountedAndMissing() throws IOException {
        List<@Nullable Object> numbers = new ArrayList<>();
        for (int row = 0; row < 3_000; row++) {
            numbers.add(row == 2_500 || row == 2_700 ? Double.NEGATIVE_INFINITY : Double.valueOf(row));
        }

        TableScan<Collected> scan =
                TableFile.of(write(Map.of("amount", numbers))).scan(Collected::new);

        assertThat(scan.consumer().numbers("amount").get(2_499)).isEqualTo(2_499);
        assertThat(scan.consumer().numbers("amount").get(2_500)).isNaN();
        ColumnReport amount = scan.report().column("amount");
        assertThat(amount.kind()).isEqualTo(ColumnKind.NUMERIC);
        assertThat(amount.missing()).isZero();
        assertThat(amount.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(CellProblem.Kind.INFINITE);
            assertThat(problem.count()).isEqualTo(2);
            assertThat(problem.firstRow()).isEqualTo(2_501);
            assertThat(problem.firstText()).contains("-Infinity");
        });
        assertThat(amount.problemSentence())
                .startsWith("column 'amount': 2 cells are infinite, the first is '-Infinity' in ");
    }

    @Test
    void valuesOfSensitiveColumnsAreNotShown() {
        TableReport report = file.withSensitive(List.of("plan"))
                .withTypes(Map.of("plan", FeatureType.NUMERIC))
                .scan(Collected::new)
                .report();

        assertThat(report.column("plan").examples()).isEmpty();
        assertThat(report.column("plan").problems().get(0).firstText()).isEmpty();
        assertThat(report.toString()).doesNotContain("plan 0");
        assertThat(report.column("plan").problemSentence()).contains("not shown, since the column is sensitive");
    }

    @Test
    void missingWordsAreMissingInEveryFormat() throws IOException {
        Path words = write(Map.of("word", List.of("NA", "a", "null", "none", "", "  ", "-999", "N/A")));

        assertThat(TableFile.of(words).scan(Collected::new).consumer().categories("word"))
                .containsExactly(null, "a", null, "none", null, null, "-999", null);
        assertThat(TableFile.of(words)
                        .withMissingWords(Set.of("none", "-999"))
                        .scan(Collected::new)
                        .consumer()
                        .categories("word"))
                .containsExactly("NA", "a", "null", null, null, null, null, "N/A");
    }

    @Test
    void progressReachesTheEndAndNeverGoesBack() {
        List<Long> read = new ArrayList<>();
        List<Long> totals = new ArrayList<>();

        file.withProgress((bytesRead, totalBytes) -> {
                    read.add(bytesRead);
                    totals.add(totalBytes);
                })
                .withTypes(file.scan(Collected::new).report().types())
                .scan(Collected::new);

        assertThat(read.get(read.size() - 1)).isEqualTo(totals.get(0));
        assertThat(totals).containsOnly(totals.get(0));
        assertThat(read.subList(read.size() / 2, read.size())).isSorted();
    }

    @Test
    void aConsumerThatFailsStopsTheScanWithItsOwnProblem() {
        IllegalStateException problem = new IllegalStateException("enough");

        assertThatThrownBy(() -> file.scan(types -> (Consumer<Table>) block -> {
                    throw problem;
                }))
                .isSameAs(problem);
    }
}

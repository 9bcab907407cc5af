package io.github.modelwarden.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.Column;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Constraints suggested from a random half of a public data set, where it is at hand: the other half keeps them, and each
 * damage done to it is found and named.
 */
class PublicDataTest {

    private static final Path SETS = Path.of("..")
            .toAbsolutePath()
            .normalize()
            .resolve("../shared/data/sets")
            .normalize();

    private static List<Table> halves(String file) throws IOException {
        Path path = SETS.resolve(file);
        assumeTrue(Files.isRegularFile(path), "the data set " + file + " is not there");
        List<String[]> rows = new ArrayList<>(Files.readAllLines(path).stream()
                .map(line -> line.split(",", -1))
                .toList());
        String[] header = rows.remove(0);
        Collections.shuffle(rows, new Random(1));
        Table whole = Table.of(IntStream.range(0, header.length)
                .mapToObj(i -> column(
                        header[i], rows.stream().map(row -> row[i].strip()).toList()))
                .toList());
        int middle = rows.size() / 2;
        return List.of(whole.slice(0, middle), whole.slice(middle, rows.size()));
    }

    /** Blank cells are missing; a column without any word is numeric. */
    private static Column column(String name, List<String> cells) {
        Predicate<String> number = cell -> cell.isEmpty() || cell.matches("-?[0-9]*\\.?[0-9]+");
        if (cells.stream().allMatch(number)) {
            return NumericColumn.adopt(
                    name,
                    cells.stream()
                            .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
                            .toArray());
        }
        List<@Nullable String> words = new ArrayList<>();
        cells.forEach(cell -> words.add(cell.isEmpty() ? null : cell));
        return CategoricalColumn.of(name, words);
    }

    private static String failed(ConstraintSet constraints, Table table) {
        return QualityCheck.withDefaults().check(constraints, table).findings(Verdict.FAILED).stream()
                .map(finding -> finding.constraint().kind().word()
                        + finding.constraint()
                                .subject()
                                .map(column -> " of " + column)
                                .orElse(""))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource({
        "telco/Telco-Customer-Churn.csv, tenure, Contract",
        "telco/Telco-Customer-Churn.csv, TotalCharges, PaymentMethod",
        "bike/hour.csv, temp,",
        "credit_default/UCI_Credit_Card.csv, X5,"
    })
    void theOtherHalfPassesAndEveryDamageIsFoundAndNamed(String file, String number, @Nullable String category)
            throws IOException {
        List<Table> halves = halves(file);
        Table other = halves.get(1);
        ConstraintSet set =
                Suggestion.constraints(ConstraintSuggestion.withDefaults().from(halves.get(0)));
        Random random = new Random(2);

        assertThat(failed(set, other)).isEmpty();
        assertThat(failed(set, Tables.without(other, number))).isEqualTo("present of " + number);
        assertThat(failed(set, changed(other, number, value -> random.nextInt(5) == 0 ? Double.NaN : value)))
                .isEqualTo("missing of " + number);
        assertThat(failed(set, changed(other, number, value -> random.nextInt(100) == 0 ? 1e6 : value)))
                .isEqualTo("range of " + number);
        assertThat(failed(set, changed(other, number, value -> 40))).contains("distinct of " + number);
        assertThat(failed(set, withSomeWords(other, number))).isEqualTo("type of " + number);
        assertThat(failed(
                        set,
                        Tables.with(
                                other,
                                NumericColumn.of("added", other.numeric(number).values()))))
                .isEqualTo("unexpected_columns");
        assertThat(failed(set, withTenthRepeated(other))).isEqualTo("duplicates");
        if (category != null) {
            assertThat(failed(set, withNewCategory(other, category, random))).isEqualTo("categories of " + category);
        }
    }

    private static Table changed(Table table, String column, java.util.function.DoubleUnaryOperator change) {
        double[] values = table.numeric(column).values();
        return Tables.with(
                table,
                NumericColumn.adopt(column, Arrays.stream(values).map(change).toArray()));
    }

    private static Table withSomeWords(Table table, String column) {
        List<@Nullable String> cells = new ArrayList<>();
        for (double value : table.numeric(column).values()) {
            String cell = Double.isNaN(value) ? null : Double.toString(value);
            cells.add(cells.size() % 50 == 0 ? "n/a" : cell);
        }
        return Tables.with(table, CategoricalColumn.of(column, cells));
    }

    private static Table withTenthRepeated(Table table) {
        int rows = table.rowCount();
        return table.select(
                IntStream.range(0, rows + rows / 10).map(i -> i % rows).toArray());
    }

    private static Table withNewCategory(Table table, String column, Random random) {
        List<@Nullable String> cells = new ArrayList<>();
        for (int row = 0; row < table.rowCount(); row++) {
            cells.add(
                    random.nextInt(100) == 0
                            ? "of a new kind"
                            : table.categorical(column).value(row));
        }
        return Tables.with(table, CategoricalColumn.of(column, cells));
    }
}

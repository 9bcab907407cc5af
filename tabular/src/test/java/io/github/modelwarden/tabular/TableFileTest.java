package io.github.modelwarden.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.data.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which format a file is taken for, and how text is laid out. */
class TableFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private TableFile file(String name, String text) throws IOException {
        return TableFile.of(Files.writeString(folder.resolve(name), text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "t.csv!a,b!CSV",
                "t.tsv!a,b!CSV",
                "t.TXT!a,b!CSV",
                "t.csv!{a},b!CSV",
                "data!a,b!CSV",
                "t.jsonl!{\"a\":1}!JSON_LINES",
                "t.ndjson!{\"a\":1}!JSON_LINES",
                "t.json!{\"a\":1}!JSON_LINES",
                "data!' {\"a\":1}'!JSON_LINES",
                "t.JSON!{\"a\":1}!JSON_LINES"
            })
    void theFormatFollowsNameAndContent(String name, String text, FileFormat format) throws IOException {
        assertThat(file(name, text).format()).isEqualTo(format);
    }

    @Test
    void parquetIsKnownByItsContentUnderAnyName() throws IOException {
        Path file = ParquetFiles.query(folder.resolve("t.csv"), "SELECT 1.5::DOUBLE AS x");

        assertThat(TableFile.of(file).format()).isEqualTo(FileFormat.PARQUET);
        assertThat(TableFile.of(file).load().numeric("x").value(0)).isEqualTo(1.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.csv.gz", "t.csv", "t"})
    void aPackedFileIsUnpackedUnderAnyName(String name) throws IOException {
        Path path = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
            out.write("\uFEFFa,b\n1,x\n".getBytes(UTF_8));
        }

        assertThat(TableFile.of(path).format()).isEqualTo(FileFormat.CSV);
        assertThat(TableFile.of(path).load().numeric("a").value(0)).isEqualTo(1);
    }

    @Test
    void packedJsonLinesAreRead() throws IOException {
        Path path = folder.resolve("t.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
            out.write("{\"a\":1}\n".repeat(100_000).getBytes(UTF_8));
        }

        assertThat(TableFile.of(path).load().rowCount()).isEqualTo(100_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "a,b\\n1,2\\n!,",
                "a;b\\n1,5;2,5\\n!;",
                "a\\tb\\n1\\t2\\n!\\t",
                "a|b\\n1|2\\n!|",
                "a\\n1\\n2\\n!,",
                "\"a;b\",c\\n1,2\\n!,",
                "a;b,c\\n1;2,5\\n3;4,5\\n!,",
                "a,b\\n\"x;y\",2\\n\"z;z\",3\\n!,",
                "name|note\\nx|one, two\\ny|three, four\\n!|"
            })
    void theDelimiterIsFound(String text, String delimiter) throws IOException {
        String real = text.replace("\\n", "\n").replace("\\t", "\t");
        TableReport report = file("t.txt", real).scan(Collected::new).report();

        assertThat(report.delimiter()).hasValue(delimiter.replace("\\t", "\t").charAt(0));
    }

    @Test
    void theDelimiterCanBeSet() throws IOException {
        TableFile file = file("t.csv", "a;b,c\n1;2,5\n3;4,5\n").withDelimiter(',');

        assertThat(file.columnNames()).containsExactly("a;b", "c");
        assertThat(file.load().categorical("a;b").value(1)).isEqualTo("3;4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everyLineEndIsTaken(String lineEnd) throws IOException {
        String text = String.join(lineEnd, "a,b", "1,x", "", "2,\"y" + lineEnd + "z\"", "", "");
        TableScan<Collected> scan = file("t.csv", text).scan(Collected::new);

        assertThat(scan.consumer().numbers("a")).containsExactly(1.0, 2.0);
        assertThat(scan.consumer().categories("b")).containsExactly("x", "y" + lineEnd + "z");
        assertThat(scan.report().blankLines()).isEqualTo(2);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName() throws IOException {
        assertThat(file("t.csv", "\uFEFFa,b\n1,2\n").columnNames()).containsExactly("a", "b");
        assertThat(file("t.csv", "\uFEFF\"a\",b\n1,2\n").columnNames()).containsExactly("a", "b");
        assertThat(file("t.jsonl", "\uFEFF{\"a\":1}\n").columnNames()).containsExactly("a");
    }

    @Test
    void blanksAroundNamesAndUnquotedCellsDoNotBelongToThem() throws IOException {
        Table table = file("t.csv", " a , \"b\",c\n x ,\" y \",  \n")
                .without(List.of("c"))
                .load();

        assertThat(table.columnNames()).containsExactly("a", "\"b\"");
        assertThat(table.categorical("a").value(0)).isEqualTo("x");
        assertThat(table.categorical("\"b\"").value(0)).isEqualTo(" y ");
    }

    @Test
    void cellsAboveAsciiAreKept() throws IOException {
        Table table = file("t.csv", "größe,名前\n1,𝄞\n2,naïve\n").load();

        assertThat(table.numeric("größe").value(1)).isEqualTo(2);
        assertThat(table.categorical("名前").categories()).containsExactly("𝄞", "naïve");
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space.csv", "a'b.csv", "[1]*?.csv", "100%.csv", "ü.csv", "a=1.csv"})
    void oddFileNamesAreTakenAsTheyAre(String name) throws IOException {
        assertThat(file(name, "a\n1\n").load().rowCount()).isEqualTo(1);
        Path parquet = ParquetFiles.query(folder.resolve(name + ".parquet"), "SELECT 7::DOUBLE AS x");
        ParquetFiles.query(folder.resolve("b1xx.csv.parquet"), "SELECT 8::DOUBLE AS x");
        assertThat(TableFile.of(parquet).load().numeric("x").value(0)).isEqualTo(7);
    }

    @Test
    void aNewLineAtTheEndMayBeMissing() throws IOException {
        assertThat(file("t.csv", "a,b\n1,2").load().rowCount()).isEqualTo(1);
        assertThat(file("t.csv", "a,b\n1,\"2\"").load().numeric("b").value(0)).isEqualTo(2);
        assertThat(file("t.csv", "a,b\n1,").load().numeric("b").isMissing(0)).isTrue();
        assertThat(file("t.jsonl", "{\"a\":1}").load().rowCount()).isEqualTo(1);
    }

    @Test
    void aBlankLineInAnOnlyColumnIsNoRow() throws IOException {
        TableReport report =
                file("t.csv", "a\n1\n\n\"\"\n2\n").scan(Collected::new).report();

        assertThat(report.rows()).isEqualTo(3);
        assertThat(report.blankLines()).isEqualTo(1);
        assertThat(report.column("a").missing()).isEqualTo(1);
    }

    @Test
    void anOptionLeavesTheFileItIsGivenToAsItWas() throws IOException {
        TableFile file = file("t.csv", "a,b\n1,2\n");
        TableFile changed = file.withOnly(List.of("a"));

        assertThat(file.load().columnNames()).containsExactly("a", "b");
        assertThat(changed.load().columnNames()).containsExactly("a");
        assertThat(changed.path()).isEqualTo(file.path());
    }

    @Test
    void aTableThatDoesNotFitIntoMemoryIsRefusedWithAWayOut() throws IOException {
        TableLoader loader = new TableLoader(file("t.csv", "a\n1\n").path(), Map.of("a", FeatureType.NUMERIC), 40_000);
        Consumer<Table> blocks = loader;
        Table block = file("t.csv", "a\n" + "1\n".repeat(4_000)).load();
        blocks.accept(block);

        assertThatThrownBy(() -> blocks.accept(block))
                .isInstanceOf(TabularException.class)
                .hasMessageContaining("does not fit into memory")
                .hasMessageContaining("scan it block by block, read fewer columns, or give Java more memory (-Xmx)");
    }
}

package io.github.modelwarden.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformanceCommandTest {

    private static final String CASE = """
            [{"id": "ks", "source": "own", "statistic": "ks_2samp", "params": {}, "tolerance": {"abs": 1e-9},
              "inputs": {"reference": [1, 2, 3, 4], "current": [2, 3, 4, 5]}, "expected": {"statistic": %s}}]
            """;

    private final Path directory;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    ConformanceCommandTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private int run(String... arguments) {
        return ConformanceCommand.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private int runOver(Path cases, Path answers) {
        return run(
                "--cases",
                cases.toString(),
                "--data",
                directory.toString(),
                "--out",
                answers.toString(),
                "--table",
                directory.resolve("table.adoc").toString());
    }

    private Path cases(String expected) throws IOException {
        Path folder = Files.createDirectory(directory.resolve("cases"));
        Files.writeString(folder.resolve("own.json"), CASE.formatted(expected));
        return folder;
    }

    @Test
    void writesAnswersAndTheTableAndEndsWellWhenAllAgree() throws IOException {
        int exitCode = runOver(cases("0.25"), directory.resolve("answers.json"));

        assertThat(exitCode).isZero();
        assertThat(out.toString()).startsWith("1 cases: 1 answered (100.0 %), 1 of 1 compared ones agree (100.0 %)");
        assertThat(Files.readString(directory.resolve("answers.json"))).contains("\"statistic\" : 0.25");
        assertThat(Files.readString(directory.resolve("table.adoc"))).contains("|own |1 |1 |1 |0");
    }

    @Test
    void aDifferenceIsNamedAndMakesTheExitCode() throws IOException {
        int exitCode = runOver(cases("0.5"), directory.resolve("answers.json"));

        assertThat(exitCode).isEqualTo(ConformanceCommand.DIFFERENT);
        assertThat(out.toString()).contains("differs: ks.statistic: expected 0.5 but got 0.25");
    }

    @Test
    void aFolderWithoutCasesIsRefused() {
        int exitCode = runOver(directory, directory.resolve("answers.json"));

        assertThat(exitCode).isEqualTo(ConformanceCommand.DATA);
        assertThat(err.toString()).startsWith("modelwarden: there is no file ending in .json in " + directory);
    }

    @Test
    void aFolderThatIsNotThereIsRefusedBeforeAnythingRuns() throws IOException {
        assertThat(runOver(directory.resolve("none"), directory.resolve("answers.json")))
                .isEqualTo(ConformanceCommand.DATA);
        assertThat(err.toString()).startsWith("modelwarden: --cases: there is no folder");

        assertThat(runOver(cases("0.25"), directory.resolve("none").resolve("answers.json")))
                .isEqualTo(ConformanceCommand.USAGE);
        assertThat(err.toString()).contains("create it first or choose another --out");
    }

    @Test
    void aWrongCommandLineIsRefusedWithAHint() {
        assertThat(run("--cases", "x")).isEqualTo(ConformanceCommand.USAGE);
        assertThat(err.toString()).contains("Missing required options").contains("--help");
    }
}

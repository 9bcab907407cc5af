package io.github.modelwarden.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs promtool where it is installed; elsewhere the test is skipped, or fails if tools are required. */
final class Promtool {

    private static final String TOOL = "promtool";

    private Promtool() {}

    private static Path require() {
        Optional<Path> found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, TOOL))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty() && Boolean.getBoolean("modelwarden.require-tools")) {
            fail(TOOL + " is not on the PATH, but modelwarden.require-tools is true; install the package prometheus");
        }
        assumeTrue(found.isPresent(), TOOL + " is not on the PATH");
        return found.orElseThrow();
    }

    /** Checks a rule file. */
    static void check(String rules, Path folder) throws IOException, InterruptedException {
        Path tool = require();
        Files.writeString(folder.resolve("rules.yml"), rules);
        run(folder, tool.toString(), "check", "rules", "rules.yml");
    }

    /** Runs unit tests on a rule file; the tests name it {@code rules.yml}. */
    static void test(String rules, String tests, Path folder) throws IOException, InterruptedException {
        Path tool = require();
        Files.writeString(folder.resolve("rules.yml"), rules);
        Files.writeString(folder.resolve("tests.yml"), tests);
        run(folder, tool.toString(), "test", "rules", "tests.yml");
    }

    /** Checks a Prometheus configuration and the rule files it names. */
    static void checkConfig(Path config, Path folder) throws IOException, InterruptedException {
        run(
                folder,
                require().toString(),
                "check",
                "config",
                config.toAbsolutePath().toString());
    }

    private static void run(Path folder, String... command) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly();
        }
        String text = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(ended).as("%s ends", TOOL).isTrue();
        assertThat(process.exitValue()).as("%s", text).isZero();
    }
}

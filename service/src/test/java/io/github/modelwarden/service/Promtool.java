package io.github.modelwarden.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Runs promtool where it is installed; elsewhere the test is skipped, or fails if tools are required. */
final class Promtool {

    private Promtool() {}

    /** Checks an exposition: promtool must neither fail nor find anything to say. */
    static void checkMetrics(String exposition, Path folder) throws IOException, InterruptedException {
        Path tool = Tools.require("promtool", "prometheus");
        Path input = Files.writeString(folder.resolve("metrics.txt"), exposition);
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(tool.toString(), "check", "metrics")
                .redirectInput(input.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(1, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly();
        }
        assertThat(ended).as("promtool ends").isTrue();
        assertThat(Files.readString(output, StandardCharsets.UTF_8)).isEmpty();
        assertThat(process.exitValue()).isZero();
    }
}

package io.github.modelwarden.alerting.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A program on the PATH; where it is missing, the test is skipped, or fails if tools are required. */
public record Tool(Path program) {

    /** What a program said when it ended. */
    public record Outcome(int status, String output) {}

    public static Tool require(String name, String from) {
        Optional<Path> found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty() && Boolean.getBoolean("modelwarden.require-tools")) {
            fail(name + " is not on the PATH, but modelwarden.require-tools is true; it comes with " + from);
        }
        assumeTrue(found.isPresent(), name + " is not on the PATH");
        return new Tool(found.orElseThrow());
    }

    /** Runs the program in a folder and waits for its end. */
    public Outcome run(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(folder, "output", ".txt");
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
        assertThat(ended)
                .as("%s ends; it said: %s", program.getFileName(), text)
                .isTrue();
        return new Outcome(process.exitValue(), text);
    }

    /** Runs the program and requires that it is content. */
    public void mustPass(Path folder, String... arguments) throws IOException, InterruptedException {
        Outcome outcome = run(folder, arguments);
        assertThat(outcome.status()).as("%s", outcome.output()).isZero();
    }
}

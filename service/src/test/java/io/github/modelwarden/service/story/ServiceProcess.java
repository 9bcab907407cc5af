package io.github.modelwarden.service.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service in a process of its own. */
final class ServiceProcess implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("open (http://127\\.0\\.0\\.1:\\d+)/");
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final Process process;
    private final Path errors;

    private ServiceProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
    }

    /**
     * Starts a process without waiting for the service.
     *
     * @param folder where its output goes
     * @param properties Spring properties
     * @param arguments of the command line; the port is added
     */
    static ServiceProcess launch(Path folder, Map<String, String> properties, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path")));
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("io.github.modelwarden.service.ServiceApplication");
        command.addAll(List.of(arguments));
        command.addAll(List.of("--port", "0"));
        Path errors = folder.resolve("errors.txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(folder.resolve("log.jsonl").toFile())
                    .redirectError(errors.toFile())
                    .start();
            return new ServiceProcess(process, errors);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Waits until the service answers. */
    Api ready() {
        await("start of the service").atMost(START).until(() -> address().find() || !process.isAlive());
        Matcher address = address();
        assertThat(address.find())
                .as("the service started; it said: %s", errors())
                .isTrue();
        return new Api(URI.create(address.group(1)));
    }

    private Matcher address() {
        return ADDRESS.matcher(errors());
    }

    /** What the process wrote to standard error. */
    String errors() {
        try {
            return Files.readString(errors, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Waits for the end of a process that ends by itself. */
    int exitCode() throws InterruptedException {
        assertThat(process.waitFor(START.toSeconds(), TimeUnit.SECONDS))
                .as("the process ends by itself; it said: %s", errors())
                .isTrue();
        return process.exitValue();
    }

    /** Ends the process at once, as a crash or {@code kill -9} would. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, STOP.toSeconds(), TimeUnit.SECONDS)
                .join()
                .destroyForcibly();
    }
}

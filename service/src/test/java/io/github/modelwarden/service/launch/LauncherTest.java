package io.github.modelwarden.service.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.modelwarden.service.OwnData;
import io.github.modelwarden.service.ServiceApplication;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can go wrong at the start: one sentence and an exit code. */
class LauncherTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeOwnData() throws IOException {
        OwnData.csv(folder, 1_000);
        OwnData.schema(folder);
        Files.writeString(folder.resolve("serve.yaml"), "data: data.csv\nschema: schema.yaml\n");
    }

    private int run(String... args) {
        return Launcher.commandLine(ServiceApplication.class, new PrintWriter(err, true))
                .execute(args);
    }

    private int serve(String... more) {
        String[] args = new String[5 + more.length];
        args[0] = "serve";
        args[1] = "--state";
        args[2] = folder.resolve("state").toString();
        args[3] = "--config";
        args[4] = folder.resolve("serve.yaml").toString();
        System.arraycopy(more, 0, args, 5, more.length);
        return run(args);
    }

    private void assertOneSentence(String... parts) {
        assertThat(err.toString().lines()).as("%s", err).hasSize(1);
        assertThat(err.toString()).startsWith("modelwarden: ").contains(parts).doesNotContain("Exception");
    }

    @Test
    void saysWhichDataFileIsMissing() throws IOException {
        Files.delete(folder.resolve("data.csv"));

        assertThat(serve("--port", "0")).isEqualTo(65);
        assertOneSentence(folder.resolve("data.csv").toString(), "there is no such file");
    }

    @Test
    void saysWhichCellIsWrong() throws IOException {
        Path csv = folder.resolve("data.csv");
        Files.writeString(csv, Files.readString(csv).replaceFirst("\n\\d+,", "\nmuch,"));

        assertThat(serve("--port", "0")).isEqualTo(65);
        assertOneSentence("line 2", "'income'", "expected a number");
        // the value itself belongs to a sensitive feature
        assertThat(err.toString()).doesNotContain("much");
    }

    @Test
    void saysWhereTheSchemaIsWrong() throws IOException {
        Path schema = folder.resolve("schema.yaml");
        Files.writeString(schema, Files.readString(schema).replace("sensitive", "sensitiv"));

        assertThat(serve("--port", "0")).isEqualTo(65);
        assertOneSentence("schema.yaml:3:", "sensitiv");
    }

    @Test
    void saysWhereTheConfigurationIsWrong() throws IOException {
        Files.writeString(folder.resolve("serve.yaml"), "data: data.csv\nshema: schema.yaml\n");

        assertThat(serve("--port", "0")).isEqualTo(65);
        assertOneSentence("serve.yaml:2:1", "shema");
    }

    @Test
    void saysThatDataAndSchemaGoTogether() throws IOException {
        Files.writeString(folder.resolve("serve.yaml"), "data: data.csv\n");

        assertThat(serve("--port", "0")).isEqualTo(65);
        assertOneSentence("schema");
    }

    @Test
    void saysThatThePortIsInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertThat(serve("--port", Integer.toString(port))).isEqualTo(1);
            assertOneSentence("port " + port + " is in use", "--port");
        }
    }

    @Test
    void saysThatTheStateFolderIsInUse() throws IOException, URISyntaxException {
        Process other = otherProcess(folder.resolve("state"));
        try {
            assertThat(serve("--port", "0")).isEqualTo(1);
            assertOneSentence("state folder", "in use", "--state");
        } finally {
            other.destroy();
        }
    }

    /** A process that has the database of the folder open; returns once it has. */
    private static Process otherProcess(Path state) throws IOException, URISyntaxException {
        Path h2 = Path.of(org.h2.Driver.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        h2.toString(),
                        "org.h2.tools.Shell",
                        "-url",
                        "jdbc:h2:file:" + state.resolve("database"))
                .redirectErrorStream(true)
                .start();
        StringBuilder seen = new StringBuilder();
        InputStream output = process.getInputStream();
        while (!seen.toString().contains("sql>")) {
            int next = output.read();
            assertThat(next).as("%s", seen).isNotNegative();
            seen.append(new String(new byte[] {(byte) next}, StandardCharsets.ISO_8859_1));
        }
        return process;
    }

    @Test
    void refusesWrongArguments() {
        assertThat(run("serve", "--prot", "1")).isEqualTo(64);
        assertThat(run("serve", "--port", "70000")).isEqualTo(64);
        assertThat(run("serve", "--port", "x")).isEqualTo(64);
        assertThat(run("nonsense")).isEqualTo(64);
        assertThat(run()).isEqualTo(64);
        assertThat(run("demo", "--scenario", "weather")).isEqualTo(64);
        assertThat(run("demo", "--data", "x.csv")).isEqualTo(64);
        assertThat(run("demo", "--data", "x.csv", "--schema", "s.yaml", "--scenario", "stable"))
                .isEqualTo(64);
        assertThat(err.toString().lines())
                .hasSize(8)
                .allSatisfy(line -> assertThat(line).startsWith("modelwarden: ").endsWith("--help"));
    }
}

package io.github.modelwarden.retraining.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A private PostgreSQL in a temporary folder on a free loopback port, where the server programs are installed; elsewhere the
 * test is skipped, or fails if tools are required. PostgreSQL refuses to run as root, so root hands over to the user postgres.
 */
final class PostgresServer {

    private static final String TOOL = "PostgreSQL (initdb, pg_ctl)";
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final Path programs;
    private final Path folder;
    private final int port;

    private PostgresServer(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    static PostgresServer start() throws IOException, InterruptedException {
        PostgresServer server =
                new PostgresServer(require(), Files.createTempDirectory("modelwarden-postgres-"), freePort());
        try {
            if (root()) {
                server.run(List.of("chown", "postgres", server.folder.toString()));
            }
            server.program("initdb", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync");
            server.program(
                    "pg_ctl",
                    "-w",
                    "-l",
                    server.folder.resolve("server.log").toString(),
                    "-o",
                    "-p " + server.port + " -c listen_addresses=127.0.0.1 -c fsync=off -c unix_socket_directories="
                            + server.folder,
                    "start");
        } catch (AssertionError | IOException | InterruptedException e) {
            delete(server.folder);
            throw e;
        }
        return server;
    }

    private static Path require() throws IOException {
        Optional<Path> found = Stream.concat(
                        debian(),
                        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                                .map(Path::of))
                .filter(programs -> Files.isExecutable(programs.resolve("initdb"))
                        && Files.isExecutable(programs.resolve("pg_ctl")))
                .findFirst();
        if (found.isEmpty() && Boolean.getBoolean("modelwarden.require-tools")) {
            fail(TOOL + " is not installed, but modelwarden.require-tools is true; install the package postgresql");
        }
        assumeTrue(found.isPresent(), TOOL + " is not installed");
        return found.orElseThrow();
    }

    private static Stream<Path> debian() throws IOException {
        if (!Files.isDirectory(DEBIAN)) {
            return Stream.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.sorted().map(version -> version.resolve("bin")).toList().stream();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    private void program(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (root()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(programs.resolve(name).toString());
        command.addAll(List.of("-D", folder.resolve("data").toString()));
        command.addAll(List.of(arguments));
        run(command);
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(1, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly();
        }
        String text = Files.readString(output);
        assertThat(ended).as("%s ends: %s", command, text).isTrue();
        assertThat(process.exitValue()).as("%s: %s", command, text).isZero();
    }

    /** A new database without tables. */
    DataSource emptyDatabase() throws SQLException {
        String name = "retraining" + DATABASES.incrementAndGet();
        try (Connection connection = database("postgres").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return database(name);
    }

    private DataSource database(String name) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(name);
        source.setUser("postgres");
        return source;
    }

    void stop() throws IOException, InterruptedException {
        program("pg_ctl", "-w", "-m", "immediate", "stop");
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}

package io.github.modelwarden.service;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A private PostgreSQL on a free loopback port. It refuses to run as root, so then it runs as the user postgres. */
final class PostgresCluster {

    static final String USER = "modelwarden";

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final Path folder;
    private final int port;

    private PostgresCluster(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    static PostgresCluster start() throws IOException, InterruptedException {
        Path initdb = Tools.require("initdb", "postgresql", debianFolders());
        Path programs = initdb.resolveSibling("");
        Path folder = Path.of(run("mktemp", "-d", "/tmp/modelwarden-pg-XXXXXX").strip());
        run(
                initdb.toString(),
                "--auth=trust",
                "--username=" + USER,
                "--encoding=UTF8",
                "--no-sync",
                "-D",
                data(folder));
        PostgresCluster cluster = new PostgresCluster(programs, folder, freePort());
        run(
                programs.resolve("pg_ctl").toString(),
                "-D",
                data(folder),
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p " + cluster.port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''",
                "-w",
                "start");
        return cluster;
    }

    private static String data(Path folder) {
        return folder.resolve("data").toString();
    }

    private static Path[] debianFolders() throws IOException {
        if (!Files.isDirectory(DEBIAN)) {
            return new Path[0];
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin")).toArray(Path[]::new);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    void close() throws IOException, InterruptedException {
        run(programs.resolve("pg_ctl").toString(), "-D", data(folder), "-m", "immediate", "-w", "stop");
        run("rm", "-r", folder.toString());
    }

    private static String run(String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            words.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        words.addAll(List.of(command));
        Path output = Files.createTempFile("modelwarden-pg", ".txt");
        try {
            Process process = new ProcessBuilder(words)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(1, TimeUnit.MINUTES);
            String text = Files.readString(output, StandardCharsets.UTF_8);
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(words + " failed: " + text);
            }
            return text;
        } finally {
            Files.delete(output);
        }
    }
}

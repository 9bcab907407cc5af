package io.github.modelwarden.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command writes its result. */
final class Output {

    @Option(names = "--out", paramLabel = "FILE", description = "Writes to a file instead of standard output.")
    private @Nullable Path file;

    void write(String text, PrintWriter out) {
        if (file == null) {
            out.print(text);
            return;
        }
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    static void write(Path file, byte[] bytes) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                throw CommandFailure.usage(
                        "cannot write " + file + ": there is no folder " + folder + "; create it first");
            }
            Files.write(file, bytes);
        } catch (IOException e) {
            throw CommandFailure.usage("cannot write " + file + ": "
                    + e.getClass().getSimpleName() + " " + e.getMessage() + "; choose another file with --out");
        }
    }
}

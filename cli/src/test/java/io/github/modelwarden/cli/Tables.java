package io.github.modelwarden.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/** Table files that tests make up. */
final class Tables {

    private Tables() {}

    /** Two numbers, a category and a score; the number {@code age} can be shifted. */
    static Path customers(Path folder, String name, int rows, double shift) {
        SplittableRandom random = new SplittableRandom(name.hashCode());
        return write(folder, name, "age,tenure,plan,score", rows, row -> {
            double age = 40 + 10 * (random.nextGaussian() + shift);
            return String.format(
                    Locale.ROOT,
                    "%.3f,%d,%s,%.4f",
                    age,
                    random.nextInt(72),
                    random.nextInt(3) == 0 ? "basic" : "full",
                    1 / (1 + Math.exp((40 - age) / 10)));
        });
    }

    /** A table with one more column. */
    static Path with(Path folder, String name, String column, int rows, IntFunction<String> cell) {
        SplittableRandom random = new SplittableRandom(rows);
        return write(
                folder,
                name,
                "age," + column,
                rows,
                row -> String.format(Locale.ROOT, "%.3f,", random.nextGaussian()) + cell.apply(row));
    }

    static Path write(Path folder, String name, String header, int rows, IntFunction<String> line) {
        List<String> lines = new ArrayList<>();
        lines.add(header);
        for (int row = 0; row < rows; row++) {
            lines.add(line.apply(row));
        }
        return write(folder, name, String.join("\n", lines) + "\n");
    }

    static Path write(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.github.modelwarden.cli;

import java.util.LinkedHashSet;
import java.util.Set;
import picocli.CommandLine.Option;

/** The option of every command that reads tables: what stands for a missing value. */
final class MissingMixin {

    @Option(
            names = "--missing",
            paramLabel = "WORD",
            description = "A word that stands for a missing value, beside the blank cell, NA, NaN, null and the like;"
                    + " may be given again.")
    private Set<String> words = new LinkedHashSet<>();

    Set<String> words() {
        return words;
    }
}

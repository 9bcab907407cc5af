package io.github.modelwarden.service;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds real programs; without one the test is skipped by name, or fails if tools are required. */
final class Tools {

    private Tools() {}

    /** Looks on the PATH and in more folders. */
    static Path require(String name, String debianPackage, Path... more) {
        Optional<Path> found = Stream.concat(
                        Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                                .map(Path::of),
                        Arrays.stream(more))
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty() && Boolean.getBoolean("modelwarden.require-tools")) {
            throw new AssertionError(name
                    + " was not found, but modelwarden.require-tools is true; install the package " + debianPackage);
        }
        assumeTrue(found.isPresent(), name + " was not found");
        return found.orElseThrow();
    }
}

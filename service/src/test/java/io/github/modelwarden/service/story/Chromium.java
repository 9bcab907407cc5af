package io.github.modelwarden.service.story;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The browser and its driver where they are installed; elsewhere a test is skipped, or fails if tools are required.
 *
 * @param browser the program
 * @param driver its driver
 */
record Chromium(Path browser, Path driver) {

    /** Finds both programs on the path. */
    static Optional<Chromium> find() {
        return program("chromium", "chromium-browser", "google-chrome")
                .flatMap(browser -> program("chromedriver").map(driver -> new Chromium(browser, driver)));
    }

    /** Skips or fails the test if there is no browser. */
    static void require() {
        Optional<Chromium> found = find();
        if (found.isEmpty() && Boolean.getBoolean("modelwarden.require-tools")) {
            fail("chromium and chromedriver are not on the PATH, but modelwarden.require-tools is true; install the"
                    + " packages chromium and chromium-driver");
        }
        assumeTrue(found.isPresent(), "chromium and chromedriver are not on the PATH");
    }

    private static Optional<Path> program(String... names) {
        return Arrays.stream(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}

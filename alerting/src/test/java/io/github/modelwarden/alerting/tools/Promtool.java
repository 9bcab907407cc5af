package io.github.modelwarden.alerting.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs promtool. */
public final class Promtool {

    private Promtool() {}

    private static Tool tool() {
        return Tool.require("promtool", "the package prometheus");
    }

    /** Checks a rule file. */
    public static void check(String rules, Path folder) throws IOException, InterruptedException {
        Tool tool = tool();
        Files.writeString(folder.resolve("rules.yml"), rules);
        tool.mustPass(folder, "check", "rules", "rules.yml");
    }

    /** Runs unit tests on a rule file; the tests name it {@code rules.yml}. */
    public static void test(String rules, String tests, Path folder) throws IOException, InterruptedException {
        Tool tool = tool();
        Files.writeString(folder.resolve("rules.yml"), rules);
        Files.writeString(folder.resolve("tests.yml"), tests);
        tool.mustPass(folder, "test", "rules", "tests.yml");
    }

    /** Checks a Prometheus configuration and the rule files it names. */
    public static void checkConfig(Path config, Path folder) throws IOException, InterruptedException {
        tool().mustPass(folder, "check", "config", config.toAbsolutePath().toString());
    }
}

package io.github.modelwarden.cli;

import io.github.modelwarden.cli.input.Progress;
import picocli.CommandLine.Model.CommandSpec;

/** What is known of the terminal. */
final class Terminal {

    private static final String PROPERTY = "modelwarden.terminal";

    private Terminal() {}

    /** A progress bar on standard error. Java cannot tell whether that is a terminal, so the launcher says so. */
    static Progress progress(CommandSpec spec) {
        return new Progress(spec.commandLine().getErr(), Boolean.getBoolean(PROPERTY));
    }
}

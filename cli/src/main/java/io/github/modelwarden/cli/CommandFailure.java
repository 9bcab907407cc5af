package io.github.modelwarden.cli;

/** A command cannot do what was asked; the message is all that the user needs to see. */
final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CommandFailure(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    static CommandFailure usage(String message) {
        return new CommandFailure(message, ExitCode.USAGE);
    }

    static CommandFailure data(String message) {
        return new CommandFailure(message, ExitCode.DATA);
    }

    int exitCode() {
        return exitCode;
    }
}

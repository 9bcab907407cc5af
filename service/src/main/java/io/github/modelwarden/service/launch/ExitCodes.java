package io.github.modelwarden.service.launch;

/** Exit codes of the commands. */
final class ExitCodes {

    static final int FINE = 0;
    static final int FAILED = 1;
    static final int USAGE = 64;
    static final int BAD_INPUT = 65;

    private ExitCodes() {}
}

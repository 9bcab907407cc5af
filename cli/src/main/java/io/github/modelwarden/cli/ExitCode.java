package io.github.modelwarden.cli;

/** What the exit code of a command tells a script. */
final class ExitCode {

    /** Fine; for a comparison: stable. */
    static final int OK = 0;

    /** Drift was found, a rule fired, or a check failed. */
    static final int FOUND = 1;

    /** Not enough data for a verdict. */
    static final int INCONCLUSIVE = 2;

    /** The command line is wrong. */
    static final int USAGE = 64;

    /** The input data is wrong. */
    static final int DATA = 65;

    /** A fault of this program. */
    static final int FAULT = 70;

    private ExitCode() {}
}

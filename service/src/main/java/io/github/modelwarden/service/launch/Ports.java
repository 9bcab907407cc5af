package io.github.modelwarden.service.launch;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Checks port numbers. */
final class Ports {

    private Ports() {}

    static int checked(int port, CommandSpec spec) {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(
                    spec.commandLine(), "--port: expected 1 to 65535, or 0 for any free port, but got " + port);
        }
        return port;
    }
}

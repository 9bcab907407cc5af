package io.github.modelwarden.cli.input;

/** A file cannot be used as it is; the message is one sentence for the user. */
public final class InputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InputException(String message) {
        super(message);
    }

    InputException(String message, Throwable cause) {
        super(message, cause);
    }
}

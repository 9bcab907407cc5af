package io.github.modelwarden.service.dataset;

/** A user's data file cannot be used; the message says which file, where and why. */
public final class DatasetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatasetException(String message) {
        super(message);
    }

    DatasetException(String message, Throwable cause) {
        super(message, cause);
    }
}

package io.github.modelwarden.retraining.run;

/** Thrown when a worker writes to a run that another worker or a person has taken over or ended in the meantime. */
public final class StaleFenceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StaleFenceException(String message) {
        super(message);
    }
}

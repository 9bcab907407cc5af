package io.github.modelwarden.micrometer;

import java.util.Locale;

/** How a prediction request ended: the label {@code outcome} of {@code ml_requests_total}. */
public enum RequestOutcome {
    /** Answered with predictions (HTTP 2xx). */
    SUCCESS,
    /** Refused because of what was asked (HTTP 4xx). */
    CLIENT_ERROR,
    /** Failed or refused because of the service (HTTP 5xx). */
    SERVER_ERROR;

    /**
     * The outcome that an HTTP status stands for.
     *
     * @param status HTTP status code
     * @return the outcome
     */
    public static RequestOutcome ofStatus(int status) {
        if (status >= 500) {
            return SERVER_ERROR;
        }
        return status >= 400 ? CLIENT_ERROR : SUCCESS;
    }

    /** {@return the label value} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

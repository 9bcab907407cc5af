package io.github.modelwarden.service.prediction;

/** What became of predictions handed to the log. */
record WriteResult(Outcome outcome) {

    enum Outcome {
        /** In the log, also after a crash. */
        LOGGED,
        /** An id is already taken; nothing was written. */
        DUPLICATE,
        /** Too many writes wait, or the service is stopping; nothing was written. */
        BUSY,
        /** The database failed; nothing was written. */
        FAILED
    }
}

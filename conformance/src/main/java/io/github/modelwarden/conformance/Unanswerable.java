package io.github.modelwarden.conformance;

/** Says why a case is declined. */
final class Unanswerable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unanswerable(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}

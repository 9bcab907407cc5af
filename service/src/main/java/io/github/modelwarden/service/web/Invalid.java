package io.github.modelwarden.service.web;

import java.util.List;

/** A request that cannot be answered because of what was sent; becomes a problem+json answer. */
public final class Invalid extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;
    private final transient List<FieldProblem> errors;

    /**
     * Creates the refusal.
     *
     * @param status HTTP status, 4xx or 503
     * @param title what is wrong in a few words
     * @param detail what is wrong and what to do, one sentence
     * @param errors each bad field; may be empty
     */
    public Invalid(int status, String title, String detail, List<FieldProblem> errors) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
        this.errors = List.copyOf(errors);
    }

    /** {@return the HTTP status} */
    public int status() {
        return status;
    }

    /** {@return what is wrong in a few words} */
    public String title() {
        return title;
    }

    /** {@return each bad field} */
    public List<FieldProblem> errors() {
        return errors;
    }
}

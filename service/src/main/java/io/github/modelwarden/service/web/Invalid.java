package io.github.modelwarden.service.web;

import java.util.List;
import java.util.stream.Stream;

/** A request that cannot be answered because of what was sent; becomes a problem+json answer. */
public final class Invalid extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int MAX_ERRORS = 200;

    private final int status;
    private final String title;
    private final transient List<FieldProblem> errors;

    /**
     * Creates the refusal.
     *
     * @param status HTTP status, 4xx or 503
     * @param title what is wrong in a few words
     * @param detail what is wrong and what to do, one sentence
     * @param errors each bad field; may be empty; of very many only the first are kept
     */
    public Invalid(int status, String title, String detail, List<FieldProblem> errors) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
        this.errors = bounded(errors);
    }

    private static List<FieldProblem> bounded(List<FieldProblem> errors) {
        if (errors.size() <= MAX_ERRORS) {
            return List.copyOf(errors);
        }
        return Stream.concat(
                        errors.stream().limit(MAX_ERRORS),
                        Stream.of(new FieldProblem("", errors.size() - MAX_ERRORS + " more errors")))
                .toList();
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

package io.github.modelwarden.service.web;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What is wrong with one field of a request.
 *
 * @param field where, for example {@code features.customer_age}; cut when it is very long
 * @param detail what was expected and what came; cut when it is very long
 */
public record FieldProblem(String field, String detail) {

    private static final int MAX_FIELD = 200;
    private static final int MAX_DETAIL = 2_000;
    private static final int MAX_UNKNOWN = 10;

    public FieldProblem {
        field = cut(field, MAX_FIELD);
        detail = cut(detail, MAX_DETAIL);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + "…";
    }

    /**
     * Reports names that are not known: the first ones each, the others as a number, so that no answer is much larger
     * than its request.
     *
     * @param names the names found
     * @param known tells which are fine
     * @param problem makes the report of one
     * @param problems where reports are added
     */
    public static void unknown(
            Collection<String> names,
            Predicate<String> known,
            Function<String, FieldProblem> problem,
            List<FieldProblem> problems) {
        List<String> unknown = names.stream().filter(known.negate()).toList();
        unknown.stream().limit(MAX_UNKNOWN).map(problem).forEach(problems::add);
        if (unknown.size() > MAX_UNKNOWN) {
            problems.add(new FieldProblem("", unknown.size() - MAX_UNKNOWN + " more unknown names"));
        }
    }
}

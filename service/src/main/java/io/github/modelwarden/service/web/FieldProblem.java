package io.github.modelwarden.service.web;

/**
 * What is wrong with one field of a request.
 *
 * @param field where, for example {@code features.customer_age}
 * @param detail what was expected and what came
 */
public record FieldProblem(String field, String detail) {}

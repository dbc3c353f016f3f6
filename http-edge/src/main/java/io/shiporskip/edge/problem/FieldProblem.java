package io.shiporskip.edge.problem;

/**
 * What is wrong with one part of a request.
 *
 * @param field the part: a property such as {@code score} or {@code category.slug}, a parameter, a header
 * @param message what is wrong with it, such as "must be at most 100"
 */
public record FieldProblem(String field, String message) {}

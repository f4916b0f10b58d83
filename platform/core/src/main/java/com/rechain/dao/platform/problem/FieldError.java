package com.rechain.dao.platform.problem;

/**
 * One broken rule of a request.
 *
 * @param field where: a field's path, a parameter's name, or a place such as {@code line 17}
 * @param rule the stable name of the rule that is broken
 * @param message what is wrong, for people
 */
public record FieldError(String field, String rule, String message) {}

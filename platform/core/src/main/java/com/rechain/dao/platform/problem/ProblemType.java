package com.rechain.dao.platform.problem;

import java.util.Locale;

/**
 * One kind of error an API can answer. Each service lists its own in one enum; those that all share
 * are in {@link PlatformProblem}. The code is a contract, the title may be reworded.
 */
public interface ProblemType {
    /** The name of the enum constant. */
    String name();

    /** The HTTP status it is answered with. */
    int status();

    /** One short sentence for people, the same for every occurrence. */
    String title();

    /** The stable code that programs branch on: the constant's name in kebab case. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * An occurrence of this error; {@code detail} is for people and names neither classes nor SQL.
     */
    default Problem with(String detail) {
        return Problem.of(this, detail);
    }
}

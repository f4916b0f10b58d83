package com.rechain.dao.platform.problem;

/**
 * Carries a {@link Problem} out of a place that cannot return one: a filter, a parser, the
 * infrastructure. Expected outcomes of use cases are sealed results instead.
 */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.code() + ": " + problem.detail());
        this.problem = problem;
    }

    public ProblemException(Problem problem, Throwable cause) {
        super(problem.code() + ": " + problem.detail(), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}

package com.rechain.dao.proposal.proposal;

import com.rechain.dao.platform.paging.PageLimit;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the query parameter {@code limit} itself: the framework would answer 404 to one that is no
 * number.
 */
public final class QueryLimit {
    private QueryLimit() {}

    /**
     * The page size asked for.
     *
     * @throws ProblemException {@code malformed-request} when it is not a number in range
     */
    public static int of(@Nullable String asked) {
        try {
            return PageLimit.of(asked == null ? null : Integer.valueOf(asked));
        } catch (NumberFormatException _) {
            throw new ProblemException(
                    PlatformProblem.MALFORMED_REQUEST
                            .with("The page limit is not a number.")
                            .because("limit", "number", "limit is a whole number"));
        }
    }
}

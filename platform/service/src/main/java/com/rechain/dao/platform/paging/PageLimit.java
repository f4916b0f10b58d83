package com.rechain.dao.platform.paging;

import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** How many items a page may have: 1 to 100, 20 when nothing is said. */
public final class PageLimit {
    public static final int DEFAULT = 20;
    public static final int MAXIMUM = 100;

    private PageLimit() {}

    /**
     * The limit asked for.
     *
     * @throws ProblemException {@code malformed-request} when it is out of range
     */
    public static int of(@Nullable Integer asked) {
        if (asked == null) {
            return DEFAULT;
        }
        if (asked < 1 || asked > MAXIMUM) {
            throw new ProblemException(
                    PlatformProblem.MALFORMED_REQUEST
                            .with("The page limit is out of range.")
                            .because("limit", "range", "limit is from 1 to " + MAXIMUM));
        }
        return asked;
    }
}

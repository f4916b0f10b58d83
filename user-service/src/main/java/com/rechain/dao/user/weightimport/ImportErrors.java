package com.rechain.dao.user.weightimport;

import com.rechain.dao.platform.problem.FieldError;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with an import, line by line, as far as anybody will read it. */
final class ImportErrors {
    private static final int MOST = 100;

    private final List<FieldError> errors = new ArrayList<>();
    private long count;

    void add(String place, String rule, String message) {
        count++;
        if (errors.size() < MOST) {
            errors.add(new FieldError(place, rule, message));
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    Problem problem() {
        return PlatformProblem.MALFORMED_REQUEST
                .with("%d lines cannot be taken, so none was.".formatted(count))
                .because(errors);
    }
}

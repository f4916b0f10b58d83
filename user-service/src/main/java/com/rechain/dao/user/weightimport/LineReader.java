package com.rechain.dao.user.weightimport;

import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.ProblemException;
import com.rechain.dao.user.weight.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns the text of lines into what they mean, and stops at more lines than an import may have. */
final class LineReader {
    static final int MOST_LINES = 50_000;

    private final List<WeightLine> lines = new ArrayList<>();
    private final ImportErrors errors = new ImportErrors();

    /** Takes the next line, or notes what is wrong with it. */
    void add(
            String place,
            MemberReference.Kind kind,
            @Nullable String name,
            @Nullable String weight) {
        if (lines.size() >= MOST_LINES) {
            throw new ProblemException(
                    PlatformProblem.PAYLOAD_TOO_LARGE.with(
                            "An import has at most %d lines.".formatted(MOST_LINES)));
        }
        Optional<MemberReference> member =
                name == null ? Optional.empty() : MemberReference.parse(kind, name.strip());
        Optional<Weight> parsed = weight == null ? Optional.empty() : Weight.parse(weight.strip());
        if (member.isEmpty()) {
            errors.add(place, kind.field(), "does not name a member by " + kind.field());
        }
        if (parsed.isEmpty()) {
            errors.add(place, "weight", "must have a whole number of up to 38 digits as weight");
        }
        if (member.isPresent() && parsed.isPresent()) {
            lines.add(new WeightLine(place, member.get(), parsed.get()));
        }
    }

    void refuse(String place, String rule, String message) {
        errors.add(place, rule, message);
    }

    /**
     * All lines.
     *
     * @throws ProblemException {@code malformed-request} when any of them cannot be taken
     */
    List<WeightLine> finish() {
        if (!errors.isEmpty()) {
            throw new ProblemException(errors.problem());
        }
        if (lines.isEmpty()) {
            throw new ProblemException(
                    PlatformProblem.MALFORMED_REQUEST.with("The import has no lines."));
        }
        return lines;
    }
}

package com.rechain.dao.user.web;

import com.rechain.dao.platform.answer.Encoding;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.Problem;
import java.util.Arrays;

/** The strong entity tag of an editable thing: its version in quotes (RFC 9110, section 8.8.3). */
public record EntityTag(long version) {
    /** The value of the {@code ETag} header. */
    public String header() {
        return "\"" + version + "\"";
    }

    /** Whether an {@code If-Match} header allows a change of this version. */
    public boolean isNamedBy(String ifMatch) {
        // Who read it compressed was given the tag of that representation.
        return ifMatch.strip().equals("*")
                || Arrays.stream(ifMatch.split(",", -1))
                        .anyMatch(tag -> Encoding.untagged(tag.strip()).equals(header()));
    }

    /** What is answered to a change that does not say which version it is based on. */
    public static Problem missing() {
        return PlatformProblem.PRECONDITION_REQUIRED.with(
                "Send If-Match with the ETag of the version you have read.");
    }

    /** What is answered when the version has moved on. */
    public static Problem stale() {
        return PlatformProblem.PRECONDITION_FAILED.with(
                "It has changed since you read it: read it again.");
    }
}

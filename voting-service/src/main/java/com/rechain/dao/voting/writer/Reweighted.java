package com.rechain.dao.voting.writer;

import java.math.BigInteger;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ballot that carries less because somebody whose weight it carried has voted.
 *
 * @param by whose first ballot took weight back
 * @param revision of the ballot that carries less
 */
record Reweighted(
        BallotKey ballot,
        UUID by,
        int revision,
        BigInteger before,
        BigInteger after,
        Instant at,
        @Nullable String traceparent) {
    static final String TYPE = "ballot.reweighted.v1";

    /** Written by hand like {@link BallotRecorded}: no value needs an escape. */
    String payload() {
        return "{\"proposalId\":\""
                + ballot.proposalId()
                + "\",\"voterId\":\""
                + ballot.voterId()
                + "\",\"revision\":"
                + revision
                + ",\"overriddenBy\":\""
                + by
                + "\",\"weightBefore\":\""
                + before
                + "\",\"weight\":\""
                + after
                + "\",\"at\":\""
                + at
                + "\"}";
    }
}

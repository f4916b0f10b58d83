package com.rechain.dao.voting.tally;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.rechain.dao.tally.ballot.Count;
import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.voting.box.Box;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The payload of tally.updated.v1. Options without ballots are left out. */
record TallyUpdated(
        UUID proposalId, Instant asOf, long ballots, String weight, List<Score> scores) {
    static final String TYPE = "tally.updated.v1";

    /**
     * @param choice JSON, as voters write it
     */
    record Score(@JsonRawValue String choice, String score) {}

    static TallyUpdated of(Box box, Tally tally, Instant asOf) {
        Count total = tally.total();
        List<Score> scores =
                tally.counters().entrySet().stream()
                        .map(counter ->
                                new Score(counter.getKey(), counter.getValue().weight().toString()))
                        .toList();
        return new TallyUpdated(
                box.proposalId(), asOf, total.ballots(), total.weight().toString(), scores);
    }
}

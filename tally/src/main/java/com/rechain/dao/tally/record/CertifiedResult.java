package com.rechain.dao.tally.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.tally.json.CanonicalJson;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.outcome.ResultJson;
import com.rechain.dao.tally.rules.Rules;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The vote that a result is about.
 *
 * @param endsAt when it ended
 * @param scheduledEndsAt when it was to end as it was published
 */
public record CertifiedResult(
        UUID proposalId,
        UUID spaceId,
        List<String> choices,
        Rules rules,
        Instant startsAt,
        Instant endsAt,
        Instant scheduledEndsAt) {

    public CertifiedResult {
        choices = List.copyOf(choices);
    }

    /**
     * The canonical result: whoever has the rules, the electorate and the ballots gets the same
     * bytes.
     */
    public String document(Eligible eligible, @Nullable String electorateRoot, Decision decision) {
        ObjectNode document = ResultJson.of(rules, choices, eligible, decision);
        document.put("proposalId", proposalId.toString());
        document.put("spaceId", spaceId.toString());
        document.put("startsAt", startsAt.toString());
        document.put("endsAt", endsAt.toString());
        document.put("scheduledEndsAt", scheduledEndsAt.toString());
        document.put("electorateRoot", electorateRoot);
        return CanonicalJson.text(document);
    }
}

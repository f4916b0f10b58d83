package com.rechain.dao.voting.result;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.tally.json.CanonicalJson;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.outcome.ResultJson;
import com.rechain.dao.voting.box.Box;
import com.rechain.dao.voting.box.BoxRow;
import com.rechain.dao.voting.electorate.Electorate;

/**
 * Writes the canonical result: whoever has the rules, the electorate and the ballots gets the same
 * bytes.
 */
final class ResultDocument {
    private ResultDocument() {}

    static String of(Box box, BoxRow row, Electorate electorate, Decision decision) {
        ObjectNode document =
                ResultJson.of(box.rules(), box.choices(), electorate.eligible(), decision);
        document.put("proposalId", box.proposalId().toString());
        document.put("spaceId", box.spaceId().toString());
        document.put("startsAt", box.startsAt().toString());
        document.put("endsAt", row.endsAt().toString());
        document.put("scheduledEndsAt", box.scheduledEnd().toString());
        document.put("electorateRoot", electorate.merkleRoot());
        return CanonicalJson.text(document);
    }
}

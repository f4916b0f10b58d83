package com.rechain.dao.voting.result;

import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.record.CertifiedResult;
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
        return new CertifiedResult(
                        box.proposalId(),
                        box.spaceId(),
                        box.choices(),
                        box.rules(),
                        box.startsAt(),
                        row.endsAt(),
                        box.scheduledEnd())
                .document(electorate.eligible(), electorate.merkleRoot(), decision);
    }
}

package com.rechain.dao.perf.seed;

import com.rechain.dao.perf.seed.Rows.Sink;
import com.rechain.dao.tally.json.Sha256;
import com.rechain.dao.tally.record.EligibleVoter;
import com.rechain.dao.tally.record.RecordedBallot;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Current ballots and, with their receipts, the revisions that they are. */
final class BallotRows implements AutoCloseable {
    private static final String REASON = "I have read it, and this is what I want.";
    private static final String REASON_HASH = Sha256.hex(REASON);

    /** One ballot in so many says why. */
    private static final int ONE_IN = 50;

    private static final int NONCE = 5_000_000;

    private final Layout layout;
    private final Rows current;
    private final Rows revisions;

    BallotRows(Layout layout, Sink sink) {
        this.layout = layout;
        current =
                new Rows(
                        sink,
                        "ballot",
                        "proposal_id, voter_id, revision, choice, weight, reason_hash, ballot_hash, cast_at");
        revisions =
                new Rows(
                        sink,
                        "ballot_revision",
                        "proposal_id, voter_id, revision, choice, weight, reason, nonce, ballot_hash, cast_at, receipt");
    }

    void write(Seeded proposal, Turnout turnout, int member, EligibleVoter voter)
            throws SQLException {
        boolean reasoned = member % ONE_IN == 0;
        String nonce = nonce(proposal.index(), member);
        BigInteger weight = Turnout.weight(voter);
        RecordedBallot ballot =
                new RecordedBallot(
                        proposal.id(),
                        voter.voterId(),
                        1,
                        turnout.choice(member).canonical(),
                        reasoned ? REASON_HASH : null,
                        weight,
                        proposal.paper().rulesHash(),
                        nonce,
                        turnout.castAt(member));
        String hash = ballot.hash();
        start(current, ballot);
        hexOrNothing(current, ballot.reasonHash());
        current.hex(hash).time(ballot.castAt()).end();
        start(revisions, ballot);
        if (reasoned) {
            revisions.text(REASON);
        } else {
            revisions.nothing();
        }
        revisions.hex(nonce).hex(hash).time(ballot.castAt()).text(ballot.receipt(hash)).end();
    }

    private static void start(Rows rows, RecordedBallot ballot) {
        rows.row().id(ballot.proposalId()).id(ballot.voterId()).number(ballot.revision());
        rows.text(ballot.choice()).number(ballot.weight());
    }

    private static void hexOrNothing(Rows rows, @Nullable String digits) {
        if (digits == null) {
            rows.nothing();
        } else {
            rows.hex(digits);
        }
    }

    private String nonce(int proposal, int member) {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(layout.chance().bits(proposal, NONCE + (long) member))
                + hex.toHexDigits(layout.chance().bits(-2L - proposal, member));
    }

    @Override
    public void close() throws SQLException {
        current.close();
        revisions.close();
    }
}

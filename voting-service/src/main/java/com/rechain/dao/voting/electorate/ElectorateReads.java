package com.rechain.dao.voting.electorate;

import com.rechain.dao.platform.paging.Cursor;
import com.rechain.dao.platform.paging.Page;
import com.rechain.dao.platform.paging.PageLimit;
import com.rechain.dao.voting.electorate.FlowRows.Asked;
import com.rechain.dao.voting.electorate.VoterView.FlowView;
import com.rechain.dao.voting.sql.Primary;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads electorates. A replica may not have them yet, nor what votes have taken back, so the
 * primary is asked first.
 */
@ApplicationScoped
public class ElectorateReads {
    private static final int BEFORE_ALL = -1;

    private final Primary primary;

    ElectorateReads(Primary primary) {
        this.primary = primary;
    }

    public Optional<Electorate> find(UUID proposalId) {
        return primary.readElseReplica(connection -> ElectorateRows.find(connection, proposalId));
    }

    public Optional<Voter> voter(UUID proposalId, UUID voterId) {
        return primary.readElseReplica(
                connection -> ElectorateRows.voter(connection, proposalId, voterId));
    }

    /** Where the voter's weight comes from and goes to. */
    VoterView explained(UUID proposalId, Voter voter) {
        Asked asked = new Asked(proposalId, voter.voterId(), BEFORE_ALL, PageLimit.MAXIMUM);
        return primary.readElseReplica(connection ->
                VoterView.of(
                        proposalId,
                        voter,
                        FlowRows.received(connection, asked),
                        FlowRows.given(connection, asked)));
    }

    /** A page of all that a voter receives, in the order that its root is over. */
    Page<FlowView> received(UUID proposalId, UUID voterId, int limit, @Nullable String cursor) {
        int after = cursor == null ? BEFORE_ALL : (int) Cursor.decode(cursor, 1).number(0);
        Asked asked = new Asked(proposalId, voterId, after, limit + 1);
        return Page.of(
                primary.readElseReplica(connection -> FlowRows.received(connection, asked)),
                limit,
                last -> Cursor.encode(last.number()));
    }

    public boolean isVoter(UUID proposalId, UUID userId) {
        return voter(proposalId, userId).isPresent();
    }
}

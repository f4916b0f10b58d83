package com.rechain.dao.voting.electorate;

import com.rechain.dao.voting.sql.Primary;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads electorates. A replica may not have them yet, nor what votes have taken back, so the
 * primary is asked first.
 */
@ApplicationScoped
public class ElectorateReads {
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
        return primary.readElseReplica(connection ->
                VoterView.of(
                        proposalId,
                        voter,
                        FlowRows.received(connection, proposalId, voter.voterId()),
                        FlowRows.given(connection, proposalId, voter.voterId())));
    }

    public boolean isVoter(UUID proposalId, UUID userId) {
        return voter(proposalId, userId).isPresent();
    }
}

package com.rechain.dao.voting.electorate;

import com.rechain.dao.voting.sql.Primary;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads electorates. Entries never change, but a replica may not have them yet, so the primary is
 * asked first.
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

    public boolean isVoter(UUID proposalId, UUID userId) {
        return voter(proposalId, userId).isPresent();
    }
}

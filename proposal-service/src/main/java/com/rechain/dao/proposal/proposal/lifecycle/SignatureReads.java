package com.rechain.dao.proposal.proposal.lifecycle;

import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.platform.replica.ReplicaReads;
import com.rechain.dao.proposal.proposal.ProposalRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Who signed a proposal, read from the replica. */
@ApplicationScoped
public class SignatureReads {
    // No space asks for more than a hundred.
    private static final String READ =
            """
            SELECT user_id, signed_at FROM proposal_signature
            WHERE proposal_id = ? ORDER BY signed_at, user_id LIMIT 1000\
            """;

    private final ReplicaReads reads;

    SignatureReads(ReplicaReads reads) {
        this.reads = reads;
    }

    /** The signatures of a proposal, in their order. */
    List<SignatureView> of(UUID proposalId) {
        return reads.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(READ)) {
                statement.setBytes(1, Ids.toBytes(proposalId));
                List<SignatureView> signatures = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        signatures.add(
                                new SignatureView(
                                        ProposalRows.id(row, "user_id"),
                                        ProposalRows.requiredInstant(row, "signed_at")));
                    }
                }
                return signatures;
            }
        });
    }
}

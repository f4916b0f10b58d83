package com.rechain.dao.proposal.comment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The comments on the primary. */
@ApplicationScoped
public class CommentRepository implements PanacheRepositoryBase<Comment, UUID> {
    /** The comment {@code id} if it stands below the proposal. */
    public Optional<Comment> findBelow(UUID proposalId, UUID id) {
        return findByIdOptional(id).filter(comment -> comment.proposalId().equals(proposalId));
    }
}

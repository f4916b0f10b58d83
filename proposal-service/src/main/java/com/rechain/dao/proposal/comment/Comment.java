package com.rechain.dao.proposal.comment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something said about a proposal. It is never deleted: what is taken down leaves a tombstone
 * without its text.
 */
@Entity
@Table(name = "comment")
public class Comment {
    @Id private UUID id;

    @Column(name = "proposal_id", updatable = false)
    private UUID proposalId;

    @Column(name = "author_id", updatable = false)
    private UUID authorId;

    @Column(name = "parent_id", updatable = false)
    private @Nullable UUID parentId;

    @Column private @Nullable String body;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    @Column(name = "deleted_by")
    private @Nullable UUID deletedBy;

    /** For Hibernate only. */
    protected Comment() {}

    Comment(
            UUID id,
            UUID proposalId,
            UUID authorId,
            @Nullable UUID parentId,
            String body,
            Instant now) {
        this.id = id;
        this.proposalId = proposalId;
        this.authorId = authorId;
        this.parentId = parentId;
        this.body = body;
        this.createdAt = now;
    }

    /** Takes the text away for good; a second time changes nothing. */
    void takeDown(UUID by, Instant now) {
        if (deletedAt == null) {
            body = null;
            deletedAt = now;
            deletedBy = by;
        }
    }

    CommentView view() {
        return new CommentView(id, proposalId, authorId, parentId, body, createdAt, deletedAt);
    }

    public UUID id() {
        return id;
    }

    public UUID proposalId() {
        return proposalId;
    }

    public UUID authorId() {
        return authorId;
    }
}

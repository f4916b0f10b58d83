package com.rechain.dao.proposal.comment;

import com.rechain.dao.platform.cache.Invalidations;
import com.rechain.dao.platform.event.Outbox;
import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.platform.problem.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Saying something about a proposal and taking it down, by people whose right to do so has been
 * looked at.
 */
@ApplicationScoped
public class CommentService {
    private final CommentRepository comments;
    private final Invalidations invalidations;
    private final Outbox outbox;
    private final Clock clock;

    CommentService(
            CommentRepository comments, Invalidations invalidations, Outbox outbox, Clock clock) {
        this.comments = comments;
        this.invalidations = invalidations;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * {@code comment.added.v1}; its text is not in it, so that taking it down takes it down
     * everywhere.
     */
    public record Added(
            UUID proposalId,
            UUID commentId,
            UUID authorId,
            @Nullable UUID parentId,
            Instant createdAt) {}

    /** Stores the comment and announces it. */
    @Transactional
    public CommentOutcome say(UUID proposalId, UUID authorId, CommentRequest request) {
        Optional<FieldError> error = request.error();
        if (error.isPresent()) {
            return new CommentOutcome.Malformed(error.get());
        }
        UUID parentId = request.parentId();
        if (parentId != null && comments.findBelow(proposalId, parentId).isEmpty()) {
            return new CommentOutcome.Malformed(
                    new FieldError(
                            "parentId",
                            "same-proposal",
                            "There is no such comment below this proposal."));
        }
        Instant now = clock.instant();
        String body = Objects.requireNonNull(request.body());
        Comment comment = new Comment(Ids.next(), proposalId, authorId, parentId, body, now);
        comments.persist(comment);
        invalidations.afterCommit(List.of(CommentReads.tag(proposalId)));
        outbox.append(
                "comment.added.v1",
                proposalId,
                new Added(proposalId, comment.id(), authorId, parentId, now));
        return new CommentOutcome.Said(comment.view());
    }

    /** Leaves a tombstone in the comment's place; repeating it changes nothing. */
    @Transactional
    public CommentOutcome takeDown(
            UUID proposalId, UUID commentId, UUID callerId, boolean moderator) {
        return comments.findBelow(proposalId, commentId)
                .map(comment -> takeDown(comment, callerId, moderator))
                .orElseGet(() -> new CommentOutcome.NoSuchComment(commentId));
    }

    private CommentOutcome takeDown(Comment comment, UUID callerId, boolean moderator) {
        if (!moderator && !comment.authorId().equals(callerId)) {
            return new CommentOutcome.NotAllowed();
        }
        comment.takeDown(callerId, clock.instant());
        invalidations.afterCommit(List.of(CommentReads.tag(comment.proposalId())));
        return new CommentOutcome.TakenDown(comment.id());
    }
}

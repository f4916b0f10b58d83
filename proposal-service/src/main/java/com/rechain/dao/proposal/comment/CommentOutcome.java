package com.rechain.dao.proposal.comment;

import com.rechain.dao.platform.problem.FieldError;
import java.util.UUID;

/** What became of a comment. */
public sealed interface CommentOutcome {
    /** It was said. */
    record Said(CommentView comment) implements CommentOutcome {}

    /** It is a tombstone now. */
    record TakenDown(UUID id) implements CommentOutcome {}

    /** The request breaks a rule; nothing was stored. */
    record Malformed(FieldError error) implements CommentOutcome {}

    /** There is no such comment below the proposal. */
    record NoSuchComment(UUID id) implements CommentOutcome {}

    /** It is somebody else's and the caller does not moderate the space. */
    record NotAllowed() implements CommentOutcome {}
}

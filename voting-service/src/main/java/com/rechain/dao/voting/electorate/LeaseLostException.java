package com.rechain.dao.voting.electorate;

import java.util.UUID;

/** Somebody else freezes this electorate now: whatever was about to be written must not be. */
class LeaseLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseLostException(UUID proposalId) {
        super("the electorate of %s is frozen by another instance".formatted(proposalId));
    }
}

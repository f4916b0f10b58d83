package com.rechain.dao.proposal.proposal;

/** What has been done to a proposal; with the clock it makes the {@link ProposalState}. */
public enum ProposalStatus {
    DRAFT,
    /** Its content is frozen, and others sign before it is put to the vote. */
    SIGNING,
    PUBLISHED,
    CANCELED,
    /** The vote is decided and nothing follows. */
    CONCLUDED,
    /** It has succeeded, and its actions wait or are being carried out. */
    TIMELOCKED,
    /** An action has failed for good, unless somebody sets it going again. */
    FALTERED,
    /** All actions are done. */
    EXECUTED,
    /** It had succeeded, but a guardian stopped it. */
    VETOED;

    /** Whether actions are still to be carried out. */
    public boolean isPendingExecution() {
        return this == TIMELOCKED || this == FALTERED;
    }
}

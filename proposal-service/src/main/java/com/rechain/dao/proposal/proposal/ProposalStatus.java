package com.rechain.dao.proposal.proposal;

/** What has been done to a proposal; with the clock it makes the {@link ProposalState}. */
public enum ProposalStatus {
    DRAFT,
    PUBLISHED,
    CANCELED,
    CONCLUDED
}

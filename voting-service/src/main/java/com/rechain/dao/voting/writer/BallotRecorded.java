package com.rechain.dao.voting.writer;

/** The payload of ballot.recorded.v1. */
final class BallotRecorded {
    static final String TYPE = "ballot.recorded.v1";

    private BallotRecorded() {}

    /**
     * Written by hand because it is hot: no value needs an escape. A hidden ballot goes out without
     * its choice.
     */
    static String payload(Receipt receipt, boolean hidden) {
        return "{\"proposalId\":\""
                + receipt.proposalId()
                + "\",\"voterId\":\""
                + receipt.voterId()
                + "\",\"revision\":"
                + receipt.revision()
                + ",\"choice\":"
                + (hidden ? "null" : receipt.choice())
                + ",\"weight\":\""
                + receipt.weight()
                + "\",\"ballotHash\":\""
                + receipt.ballotHash()
                + "\",\"castAt\":\""
                + receipt.castAt()
                + "\"}";
    }
}

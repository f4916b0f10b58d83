package com.rechain.dao.voting.writer;

import java.sql.SQLException;

/** The connection was lost while it committed: the plan may or may not have been written. */
final class CommitUnknownException extends SQLException {
    private static final long serialVersionUID = 1L;

    private final transient BatchPlan plan;

    CommitUnknownException(BatchPlan plan, SQLException cause) {
        super(cause.getMessage(), cause.getSQLState(), cause.getErrorCode(), cause);
        this.plan = plan;
    }

    BatchPlan plan() {
        return plan;
    }
}

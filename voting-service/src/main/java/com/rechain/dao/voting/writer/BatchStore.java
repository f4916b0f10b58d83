package com.rechain.dao.voting.writer;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Where batches of ballots are made durable. */
interface BatchStore {

    /**
     * Decides and writes all ballots in one transaction.
     *
     * @return one outcome per ballot, in order, after the commit
     * @throws SQLException when nothing was written
     * @throws CommitUnknownException when the connection was lost at the commit
     */
    Written write(List<Cast> batch) throws SQLException;

    /**
     * What the transaction of a lost commit has written after all, if it has. Waits until that
     * transaction is over, so that the answer is final.
     */
    Optional<Written> written(BatchPlan plan) throws SQLException;

    /**
     * @param freshness microseconds on the primary's clock after the commit
     */
    record Written(List<CastOutcome> outcomes, long freshness) {}
}

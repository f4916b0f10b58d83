package com.rechain.dao.voting.tally;

import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.voting.box.Box;
import com.rechain.dao.voting.box.BoxRow;
import com.rechain.dao.voting.box.BoxRows;
import com.rechain.dao.voting.electorate.Electorate;
import com.rechain.dao.voting.electorate.ElectorateRows;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;

/** Everything a running tally is shown from, read over one connection. */
record TallySnapshot(BoxRow row, Tally tally, Eligible eligible) {

    static TallySnapshot read(Connection connection, Box box) throws SQLException {
        BoxRow row =
                BoxRows.state(connection, box.proposalId())
                        .orElseThrow(
                                () -> new IllegalStateException("a box that was there is gone"));
        Eligible eligible =
                ElectorateRows.find(connection, box.proposalId())
                        .map(Electorate::eligible)
                        .orElse(new Eligible(BigInteger.ZERO, 0));
        return new TallySnapshot(row, TallyRows.running(connection, box), eligible);
    }
}

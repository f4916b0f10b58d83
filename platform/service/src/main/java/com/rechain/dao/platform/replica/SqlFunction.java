package com.rechain.dao.platform.replica;

import java.sql.SQLException;

/** Something done with a connection or a result set that may fail as SQL does. */
@FunctionalInterface
public interface SqlFunction<A, R> {
    R apply(A argument) throws SQLException;
}

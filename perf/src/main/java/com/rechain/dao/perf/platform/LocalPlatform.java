package com.rechain.dao.perf.platform;

import com.rechain.dao.devstack.backing.BackingServices;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A platform on this machine, on backing servers that the launcher knows. */
public interface LocalPlatform extends Platform {
    BackingServices backing();

    @Override
    default Connection primary() throws SQLException {
        return backing().primary().connect();
    }

    @Override
    default Optional<Connection> replica() throws SQLException {
        return Optional.of(backing().replica().connect());
    }

    @Override
    default String kafka() {
        return backing().kafka().address();
    }

    @Override
    default String redis() {
        return backing().redis().address();
    }
}

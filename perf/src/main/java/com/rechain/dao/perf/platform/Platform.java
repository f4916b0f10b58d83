package com.rechain.dao.perf.platform;

import com.rechain.dao.devstack.client.ApiClient;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** A platform with all the doors into it that a command of the module looks through. */
public interface Platform extends AutoCloseable {
    /** Where its public API is. */
    URI gateway();

    /** The management address of every instance of a service, by the instance's name. */
    Map<String, URI> management();

    /** The processes that it consists of, by name; empty where they are not on this machine. */
    Map<String, Long> processes();

    /** The primary, as somebody who may read every schema. */
    Connection primary() throws SQLException;

    /** The replica likewise; empty where nobody has told where it is. */
    Optional<Connection> replica() throws SQLException;

    /** Where its Kafka listens. */
    String kafka();

    /** Where its Redis listens, as {@code host:port}. */
    String redis();

    default ApiClient anyone() {
        return ApiClient.of(gateway());
    }

    @Override
    void close();
}

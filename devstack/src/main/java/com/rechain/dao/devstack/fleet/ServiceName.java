package com.rechain.dao.devstack.fleet;

import com.rechain.dao.devstack.backing.Schema;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The services of the platform and what tells them apart when they run on one machine. */
public enum ServiceName {
    USER_SERVICE("user-service", 8110, 9110, Schema.USERS),
    PROPOSAL_SERVICE("proposal-service", 8120, 9120, Schema.PROPOSALS),
    VOTING_SERVICE("voting-service", 8130, 9130, Schema.VOTING),
    GATEWAY("gateway", 8080, 9000);

    private final String text;
    private final int httpPort;
    private final int managementPort;
    private final Optional<Schema> schema;

    ServiceName(String text, int httpPort, int managementPort) {
        this(text, httpPort, managementPort, Optional.empty());
    }

    ServiceName(String text, int httpPort, int managementPort, Schema schema) {
        this(text, httpPort, managementPort, Optional.of(schema));
    }

    ServiceName(String text, int httpPort, int managementPort, Optional<Schema> schema) {
        this.text = text;
        this.httpPort = httpPort;
        this.managementPort = managementPort;
        this.schema = schema;
    }

    public static Optional<ServiceName> named(String text) {
        return Arrays.stream(values()).filter(name -> name.text.equals(text)).findFirst();
    }

    /** The name as people and folders write it. */
    public String text() {
        return text;
    }

    public Optional<Schema> schema() {
        return schema;
    }

    int httpPort() {
        return httpPort;
    }

    int managementPort() {
        return managementPort;
    }

    /** Where the build puts the runnable service. */
    Path jar(Path root) {
        return root.resolve(text).resolve("target/quarkus-app/service-runner.jar");
    }
}

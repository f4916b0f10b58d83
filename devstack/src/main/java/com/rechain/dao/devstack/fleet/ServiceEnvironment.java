package com.rechain.dao.devstack.fleet;

import com.rechain.dao.devstack.backing.Account;
import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.devstack.backing.Schema;
import com.rechain.dao.devstack.backing.Schema.Role;
import com.rechain.dao.devstack.backing.Secrets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The variables a service process is configured with. */
final class ServiceEnvironment {
    private final BackingServices backing;
    private final Map<ServiceName, List<InstancePorts>> ports;

    /**
     * @param ports of all instances, so that services find each other
     */
    ServiceEnvironment(BackingServices backing, Map<ServiceName, List<InstancePorts>> ports) {
        this.backing = backing;
        this.ports = ports;
    }

    Map<String, String> of(ServiceName service, InstancePorts own) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("DAO_HTTP_HOST", "127.0.0.1");
        variables.put("DAO_HTTP_PORT", Integer.toString(own.http()));
        variables.put("DAO_MANAGEMENT_PORT", Integer.toString(own.management()));
        variables.put("DAO_REDIS_URL", "redis://" + backing.redis().address());
        variables.put("DAO_USER_SERVICE_URL", url(ServiceName.USER_SERVICE));
        variables.put("DAO_INTERNAL_SECRET", backing.secrets().value("internal"));
        if (service == ServiceName.GATEWAY) {
            variables.putAll(upstreams());
        } else {
            variables.put("DAO_KAFKA_BOOTSTRAP", backing.kafka().address());
        }
        if (service == ServiceName.USER_SERVICE) {
            // Plain http here: a cookie marked Secure would never be sent back.
            variables.put("DAO_SESSIONS_SECURE_COOKIE", "false");
            variables.put(
                    "DAO_TOKENS_KEY_ENCRYPTION_KEY", backing.secrets().value("key-encryption"));
        }
        if (service == ServiceName.PROPOSAL_SERVICE) {
            variables.put("DAO_PROPOSAL_WEBHOOK_SECRET", backing.secrets().value("webhook"));
        }
        service.schema().ifPresent(schema -> variables.putAll(database(schema)));
        return variables;
    }

    private Map<String, String> upstreams() {
        return ports.keySet().stream()
                .filter(service -> service != ServiceName.GATEWAY)
                .collect(
                        Collectors.toMap(
                                service -> "DAO_GATEWAY_" + service.name(), this::upstream));
    }

    /** Every instance with the address that tells how it is. */
    private String upstream(ServiceName service) {
        return ports.getOrDefault(service, List.of()).stream()
                .map(instance ->
                        "http://127.0.0.1:%d;health=http://127.0.0.1:%d/q/health/ready"
                                .formatted(instance.http(), instance.management()))
                .collect(Collectors.joining(","));
    }

    private String url(ServiceName service) {
        return ports.getOrDefault(service, List.of()).stream()
                .findFirst()
                .map(instance -> "http://127.0.0.1:" + instance.http())
                .orElseThrow(() -> new IllegalStateException("no " + service.text()));
    }

    private Map<String, String> database(Schema schema) {
        Secrets secrets = backing.secrets();
        Account owner = schema.account(Role.OWNER, secrets);
        Account app = schema.account(Role.APP, secrets);
        Account read = schema.account(Role.READ, secrets);
        return Map.of(
                "DAO_DB_PRIMARY_URL", backing.primary().jdbcUrl(schema),
                "DAO_DB_USERNAME", app.name(),
                "DAO_DB_PASSWORD", app.password(),
                "DAO_DB_REPLICA_URL", backing.replica().jdbcUrl(schema),
                "DAO_DB_REPLICA_USERNAME", read.name(),
                "DAO_DB_REPLICA_PASSWORD", read.password(),
                "DAO_DB_OWNER_USERNAME", owner.name(),
                "DAO_DB_OWNER_PASSWORD", owner.password(),
                "DAO_DB_MIGRATE_AT_START", "true");
    }
}

package com.rechain.dao.test.backing;

import com.rechain.dao.devstack.backing.Account;
import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.devstack.backing.Schema;
import com.rechain.dao.devstack.backing.Schema.Role;
import com.rechain.dao.devstack.backing.Secrets;
import com.rechain.dao.test.statement.Recorder;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives a service under test its database with replica, cache and broker. Argument {@code schema}
 * names its schema; without it (a service with no tables) the database keys are left out. Test
 * fields of type {@link BackingServices} are filled in, to kill, pause and restart the servers.
 */
public final class BackingServicesResource implements QuarkusTestResourceLifecycleManager {
    private static final String INTERCEPTORS =
            "quarkus.datasource.%sjdbc.additional-jdbc-properties.queryInterceptors";
    // The services' own hook, and the one that writes statements down for ./dao perf queries.
    private static final String HOOKS =
            "com.rechain.dao.platform.measure.QueryTimes," + Recorder.class.getName();

    private String schema = "";

    @Override
    public void init(Map<String, String> arguments) {
        schema = arguments.getOrDefault("schema", "");
    }

    @Override
    public Map<String, String> start() {
        BackingServices backing = SharedBacking.get();
        Map<String, String> config = new LinkedHashMap<>();
        config.put("quarkus.http.test-port", "0");
        config.put("quarkus.management.test-port", "0");
        config.put("DAO_HTTP_HOST", "127.0.0.1");
        config.put("DAO_REDIS_URL", "redis://" + backing.redis().address());
        config.put("DAO_KAFKA_BOOTSTRAP", backing.kafka().address());
        config.put("DAO_INTERNAL_SECRET", backing.secrets().value("internal"));
        config.put("DAO_TOKENS_KEY_ENCRYPTION_KEY", backing.secrets().value("key-encryption"));
        if (!schema.isEmpty()) {
            Schema named = Schema.named(schema);
            config.putAll(
                    backing instanceof VitessBacking vitess
                            ? vitess.configuration(named)
                            : database(backing, named));
        }
        return config;
    }

    /** Nothing to do: the servers serve the next test class too and end with the JVM. */
    @Override
    public void stop() {}

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(
                SharedBacking.get(), new TestInjector.MatchesType(BackingServices.class));
    }

    private static Map<String, String> database(BackingServices backing, Schema schema) {
        Secrets secrets = backing.secrets();
        Account owner = schema.account(Role.OWNER, secrets);
        Account app = schema.account(Role.APP, secrets);
        Account read = schema.account(Role.READ, secrets);
        Map<String, String> config = new LinkedHashMap<>();
        config.put("DAO_DB_PRIMARY_URL", backing.primary().jdbcUrl(schema));
        config.put("DAO_DB_USERNAME", app.name());
        config.put("DAO_DB_PASSWORD", app.password());
        config.put("DAO_DB_REPLICA_URL", backing.replica().jdbcUrl(schema));
        config.put("DAO_DB_REPLICA_USERNAME", read.name());
        config.put("DAO_DB_REPLICA_PASSWORD", read.password());
        config.put("DAO_DB_OWNER_USERNAME", owner.name());
        config.put("DAO_DB_OWNER_PASSWORD", owner.password());
        config.put("DAO_DB_MIGRATE_AT_START", "true");
        for (String source : List.of("", "replica.")) {
            config.put(INTERCEPTORS.formatted(source), HOOKS);
        }
        return config;
    }
}

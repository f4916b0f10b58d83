package com.rechain.dao.devstack.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.devstack.backing.Account;
import com.rechain.dao.devstack.backing.BackingServer;
import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.devstack.backing.Database;
import com.rechain.dao.devstack.backing.ProcessServer;
import com.rechain.dao.devstack.backing.Secrets;
import com.rechain.dao.devstack.process.ProcessSpec;
import com.rechain.dao.devstack.process.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceEnvironmentTest {
    private static final InstancePorts GATEWAY = new InstancePorts(8080, 9000);
    private static final InstancePorts USER = new InstancePorts(8110, 9110);
    private static final InstancePorts PROPOSAL = new InstancePorts(8120, 9120);
    private static final InstancePorts VOTING_1 = new InstancePorts(8130, 9130);
    private static final InstancePorts VOTING_2 = new InstancePorts(8131, 9131);

    @TempDir Path folder;

    private ServiceEnvironment environment;

    @BeforeEach
    void aFleetWithTwoVotingServices() {
        environment =
                new ServiceEnvironment(
                        new Addresses(folder),
                        Map.of(
                                ServiceName.GATEWAY, List.of(GATEWAY),
                                ServiceName.USER_SERVICE, List.of(USER),
                                ServiceName.VOTING_SERVICE, List.of(VOTING_1, VOTING_2)));
    }

    @Test
    void aServiceGetsItsOwnPortsDatabaseAndBroker() {
        Map<String, String> variables = environment.of(ServiceName.VOTING_SERVICE, VOTING_2);

        assertThat(variables)
                .containsEntry("DAO_HTTP_PORT", "8131")
                .containsEntry("DAO_MANAGEMENT_PORT", "9131")
                .containsEntry("DAO_DB_USERNAME", "voting_app")
                .containsEntry("DAO_DB_REPLICA_USERNAME", "voting_read")
                .containsEntry("DAO_DB_OWNER_USERNAME", "voting_owner")
                .containsEntry("DAO_KAFKA_BOOTSTRAP", "127.0.0.1:4")
                .containsEntry("DAO_REDIS_URL", "redis://127.0.0.1:3")
                .containsEntry("DAO_USER_SERVICE_URL", "http://127.0.0.1:8110");
        assertThat(variables.get("DAO_DB_PRIMARY_URL"))
                .startsWith("jdbc:mysql://127.0.0.1:1/voting?");
        assertThat(variables.get("DAO_DB_REPLICA_URL"))
                .startsWith("jdbc:mysql://127.0.0.1:2/voting?");
    }

    @Test
    void theGatewayKnowsEveryInstanceAndNoDatabase() {
        Map<String, String> variables = environment.of(ServiceName.GATEWAY, GATEWAY);

        assertThat(variables)
                .containsEntry(
                        "DAO_GATEWAY_USER_SERVICE",
                        "http://127.0.0.1:8110;health=http://127.0.0.1:9110/q/health/ready")
                .containsEntry(
                        "DAO_GATEWAY_VOTING_SERVICE",
                        "http://127.0.0.1:8130;health=http://127.0.0.1:9130/q/health/ready,"
                                + "http://127.0.0.1:8131;health=http://127.0.0.1:9131/q/health/ready")
                .containsKeys("DAO_REDIS_URL", "DAO_INTERNAL_SECRET")
                .doesNotContainKeys("DAO_DB_PASSWORD", "DAO_TOKENS_KEY_ENCRYPTION_KEY");
    }

    @Test
    void onlyUserServiceCanOpenTheSigningKeys() {
        assertThat(environment.of(ServiceName.USER_SERVICE, USER))
                .containsKey("DAO_TOKENS_KEY_ENCRYPTION_KEY");
        assertThat(environment.of(ServiceName.VOTING_SERVICE, VOTING_1))
                .doesNotContainKey("DAO_TOKENS_KEY_ENCRYPTION_KEY");
    }

    @Test
    void onlyProposalServiceCanSignWebhooks() {
        assertThat(environment.of(ServiceName.PROPOSAL_SERVICE, PROPOSAL))
                .containsKey("DAO_PROPOSAL_WEBHOOK_SECRET");
        assertThat(environment.of(ServiceName.USER_SERVICE, USER))
                .doesNotContainKey("DAO_PROPOSAL_WEBHOOK_SECRET");
    }

    /** Servers that have addresses and do not run. */
    private record Addresses(Path folder) implements BackingServices {
        @Override
        public Database primary() {
            return new Database(at(1), new Account("root", ""));
        }

        @Override
        public Database replica() {
            return new Database(at(2), new Account("root", ""));
        }

        @Override
        public BackingServer redis() {
            return at(3);
        }

        @Override
        public BackingServer kafka() {
            return at(4);
        }

        @Override
        public Secrets secrets() {
            return Secrets.in(folder);
        }

        @Override
        public void start(Progress progress) {}

        @Override
        public void close() {}

        private ProcessServer at(int port) {
            ProcessSpec spec = new ProcessSpec("server", List.of("true"), Map.of(), folder, folder);
            return new ProcessServer(spec, port, () -> true);
        }
    }
}

package com.rechain.dao.e2e.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.e2e.support.Command;
import com.rechain.dao.e2e.support.Waiting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the images and the servers of {@code compose.yaml} promise besides that they work. */
@Isolated("has the platform to itself")
class ContainersIT {
    private static final Command DOCKER = Command.of("docker");
    private static final String VERSION = System.getenv().getOrDefault("DAO_VERSION", "dev");

    @ParameterizedTest
    @ValueSource(strings = {"user-service", "proposal-service", "voting-service", "gateway"})
    void anImageIsMadeForNobodyInParticularAndHoldsNoSecret(String service) {
        String config =
                DOCKER.run(
                        "image",
                        "inspect",
                        "-f",
                        "{{.Config.User}} {{.Config.Env}}",
                        "rechain-dao/" + service + ":" + VERSION);

        assertThat(config).startsWith("10001:10001 ").doesNotContain("SECRET", "PASSWORD", "KEY");
    }

    // That it runs at all says that the cache is used: see the options of ComposeStack.
    @ParameterizedTest
    @ValueSource(strings = {"user-service", "proposal-service", "voting-service", "gateway"})
    void aContainerCanWriteNothingButItsTemporaryFolder(String service) {
        String container = ComposeStack.get().containers(service).getFirst();

        assertThat(
                        DOCKER.run(
                                "exec",
                                container,
                                "sh",
                                "-c",
                                "touch /tmp/x && ! touch /app/x 2>/dev/null && id -u"))
                .isEqualTo("10001");
    }

    @Test
    void aCommitHasArrivedAtTheReplicaBeforeItIsAcknowledged() {
        // A replica that was slow for a second is waited for again as soon as it has caught up.
        String status = Waiting.until(ContainersIT::semiSynchronous, line -> !line.endsWith("OFF"));

        assertThat(status).matches("Rpl_semi_sync_source_status\\s+ON");
    }

    private static String semiSynchronous() {
        return ComposeStack.get()
                .inside(
                        "mysql-primary",
                        "sh",
                        "-c",
                        "MYSQL_PWD=$MYSQL_ROOT_PASSWORD mysql --no-defaults -h 127.0.0.1 -uroot -N"
                                + " -e \"SHOW STATUS LIKE 'Rpl_semi_sync_source_status'\"");
    }

    @Test
    void theReplicaTakesNoWrites() {
        String readOnly =
                ComposeStack.get()
                        .inside(
                                "mysql-replica",
                                "sh",
                                "-c",
                                "MYSQL_PWD=$MYSQL_ROOT_PASSWORD mysql --no-defaults -h 127.0.0.1 -uroot -N"
                                        + " -e 'SELECT @@super_read_only'");

        assertThat(readOnly).endsWith("1");
    }
}

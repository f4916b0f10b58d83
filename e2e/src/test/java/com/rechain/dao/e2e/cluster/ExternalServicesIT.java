package com.rechain.dao.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.devstack.client.ApiClient;
import com.rechain.dao.devstack.client.Reply;
import com.rechain.dao.devstack.client.SignedIn;
import com.rechain.dao.e2e.support.Community;
import com.rechain.dao.e2e.support.Vote;
import com.rechain.dao.e2e.support.Waiting;
import com.rechain.dao.test.backing.DaoRoot;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The chart without databases of its own: it is given those of the release that the other tests
 * use, by addresses and Secrets, as it would be given managed ones.
 */
@Isolated("has the platform to itself")
class ExternalServicesIT {
    private static final Path RESOURCES = DaoRoot.path().resolve("e2e/src/test/resources/cluster");

    private final Release owner = Release.get();
    private final String namespace =
            Release.namespace("dao-external-" + ProcessHandle.current().pid());

    /** Or it would go on closing votes of the release whose database it shares. */
    @AfterEach
    void leave() {
        Release.forget(namespace);
    }

    @Test
    void aReleaseOnExternalServicesDecidesAVoteAfterItsJobsHaveMigrated() throws IOException {
        letIn();
        makeSecrets();

        Cluster.helm(
                "install",
                Release.NAME,
                Release.CHART,
                "-n",
                namespace,
                "-f",
                filledIn("external-values.yaml", owner.namespace()).toString(),
                "--set",
                "global.image.tag=" + Release.VERSION,
                "--wait",
                "--timeout",
                "8m");

        ApiClient anyone = ApiClient.of(gateway());
        Waiting.until(() -> anyone.get("/health"), health -> health.status() == 200);
        Vote vote = Community.of(2).openVote(Duration.ofSeconds(15));
        for (SignedIn member : vote.community().members()) {
            Reply receipt =
                    anyone.as(member.accessToken())
                            .put(vote.path() + "/ballot", Map.of("choice", Vote.FOR));
            assertThat(receipt.status()).isEqualTo(201);
        }
        Reply result = Waiting.until(() -> anyone.get(vote.path() + "/result"), Reply::succeeded);
        assertThat(result.text("outcome")).isEqualTo("SUCCEEDED");
    }

    private void letIn() throws IOException {
        owner.kubectl("apply", "-f", filledIn("let-in.yaml", namespace).toString());
        // The broker of a trial gives its clients a name that holds in its own namespace only.
        Cluster.kubectl(
                "create",
                "service",
                "externalname",
                "dao-kafka",
                "-n",
                namespace,
                "--external-name=dao-kafka." + owner.namespace() + ".svc.cluster.local");
    }

    private void makeSecrets() {
        JsonNode trial = Cluster.get("secret", "dao-trial", "-n", owner.namespace()).path("data");
        for (String schema : List.of("users", "proposals", "voting")) {
            for (String role : List.of("app", "read", "owner")) {
                secret(
                        schema + "-" + role,
                        "username=" + schema + "_" + role,
                        "password=" + plain(trial, schema + "-" + role));
            }
        }
        secret(
                "shared",
                "internal=" + plain(trial, "internal"),
                "key-encryption=" + plain(trial, "key-encryption"));
    }

    private void secret(String name, String first, String second) {
        Cluster.kubectl(
                "create",
                "secret",
                "generic",
                name,
                "-n",
                namespace,
                "--from-literal=" + first,
                "--from-literal=" + second);
    }

    private static String plain(JsonNode data, String key) {
        return new String(
                Base64.getDecoder().decode(data.path(key).asText()), StandardCharsets.UTF_8);
    }

    private URI gateway() {
        int port =
                Cluster.get("service", "dao-gateway", "-n", namespace)
                        .at("/spec/ports/0/nodePort")
                        .asInt();
        return URI.create("http://" + Cluster.address(Release.homeNode()) + ":" + port);
    }

    private static Path filledIn(String resource, String namespace) throws IOException {
        String text = Files.readString(RESOURCES.resolve(resource)).replace("NAMESPACE", namespace);
        return Files.writeString(Files.createTempFile("cluster", ".yaml"), text);
    }
}

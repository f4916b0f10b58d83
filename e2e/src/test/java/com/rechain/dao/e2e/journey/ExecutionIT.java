package com.rechain.dao.e2e.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.devstack.client.ApiClient;
import com.rechain.dao.devstack.client.Reply;
import com.rechain.dao.devstack.client.SignedIn;
import com.rechain.dao.e2e.support.Community;
import com.rechain.dao.e2e.support.Platform;
import com.rechain.dao.e2e.support.Vote;
import com.rechain.dao.e2e.support.Waiting;
import com.rechain.dao.test.fake.HttpStub;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What a community decides is done: from the vote over the timelock to its effects. */
@DisabledIfSystemProperty(
        named = "dao.platform",
        matches = "compose|cluster",
        disabledReason = "containers do not reach the test's webhook receiver")
@Execution(ExecutionMode.CONCURRENT)
class ExecutionIT {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Map<String, Object> MANUAL =
            Map.of("kind", "MANUAL", "description", "Sign the contract.");

    private final Queue<Delivery> received = new ConcurrentLinkedQueue<>();
    private HttpStub receiver;

    record Delivery(String id, String timestamp, String signature, String body) {}

    @BeforeEach
    void receive() {
        receiver = HttpStub.start(this::take);
    }

    @AfterEach
    void stopReceiving() {
        receiver.close();
    }

    @Test
    void whatIsDecidedIsDoneAfterTheTimelock() throws Exception {
        Community community = Community.of(2);
        SignedIn member = community.members().getFirst();
        set(community, 15, 1, true);
        Vote running = community.openDraft(LONG, Map.of("actions", List.of(MANUAL)));
        Vote vote =
                community.openDraft(
                        LONG,
                        Map.of(
                                "rules",
                                Community.UNTIL_DECIDED,
                                "actions",
                                List.of(
                                        webhook(),
                                        Map.of(
                                                "kind",
                                                "ROLE",
                                                "userId",
                                                member.id(),
                                                "role",
                                                "MODERATOR"),
                                        Map.of(
                                                "kind",
                                                "SETTINGS",
                                                "changes",
                                                Map.of(
                                                        "timelock",
                                                        Map.of("minDelaySeconds", 60))))));
        vote.cast(community.owner(), Vote.FOR).orFail();
        vote.cast(member, Vote.FOR).orFail();

        vote.awaitState("CHALLENGE");
        assertThat(received).isEmpty();
        vote.awaitState("EXECUTED");

        Reply execution = Platform.anyone().get(vote.path() + "/execution").orFail();
        assertThat(execution.json().path("actions").findValuesAsText("status"))
                .containsExactly("DONE", "DONE", "DONE");
        assertThat(received).hasSize(1);
        isSigned(community, received.element());
        Waiting.until(() -> role(community, member), "MODERATOR"::equals);
        Reply settings = settings(community);
        assertThat(settings.json().at("/settings/timelock/minDelaySeconds").asInt()).isEqualTo(60);
        assertThat(settings.text("proposalId")).isEqualTo(vote.proposalId().toString());
        assertThat(delay(running)).isEqualTo(1);
        assertThat(delay(community.openDraft(LONG, Map.of("actions", List.of(MANUAL)))))
                .isEqualTo(60);
    }

    @Test
    void aGuardianStopsItInTime() {
        Community community = Community.of(2);
        SignedIn guardian = community.members().getFirst();
        community
                .owner()
                .api()
                .put(
                        "/api/v1/spaces/" + community.spaceId() + "/members/" + guardian.id(),
                        Map.of("role", "GUARDIAN"))
                .orFail();
        set(community, 600, 0, false);
        Vote vote =
                community.openDraft(
                        LONG,
                        Map.of("rules", Community.UNTIL_DECIDED, "actions", List.of(webhook())));
        vote.cast(community.owner(), Vote.FOR).orFail();
        vote.cast(guardian, Vote.FOR).orFail();
        vote.awaitState("CHALLENGE");

        Map<String, Object> reason = Map.of("reason", "The address is a stranger's.");
        assertThat(community.owner().api().post(vote.path() + "/veto", reason).status())
                .isEqualTo(403);
        guardian.api().post(vote.path() + "/veto", reason).orFail();

        vote.awaitState("VETOED");
        Reply vetoed = Platform.anyone().get(vote.path()).orFail();
        assertThat(vetoed.json().at("/veto/reason").asText())
                .isEqualTo("The address is a stranger's.");
        assertThat(vetoed.text("outcome")).isEqualTo("SUCCEEDED");
        assertThat(received).isEmpty();
    }

    private static void set(Community community, int challenge, int delay, boolean onlyByProposal) {
        ApiClient owner = community.owner().api();
        String path = "/api/v1/spaces/" + community.spaceId() + "/settings";
        Map<String, Object> wanted =
                Map.of(
                        "proposing",
                        Map.of("role", "MEMBER", "threshold", "1"),
                        "signOffs",
                        Map.of("count", 0, "role", "MEMBER"),
                        "timelock",
                        Map.of(
                                "challengeSeconds",
                                challenge,
                                "minDelaySeconds",
                                delay,
                                "graceSeconds",
                                600,
                                "vetoRoles",
                                List.of("GUARDIAN")),
                        "onlyByProposal",
                        onlyByProposal);
        owner.with("If-Match", "\"0\"").put(path, wanted).orFail();
        if (onlyByProposal) {
            Reply refused = owner.with("If-Match", "\"1\"").put(path, wanted);
            assertThat(refused.text("code")).isEqualTo("settings-by-proposal-only");
        }
    }

    private static Reply settings(Community community) {
        return Waiting.until(
                () -> Platform.anyone().get("/api/v1/spaces/" + community.spaceId() + "/settings"),
                reply -> reply.json().path("version").asInt() == 2);
    }

    private static String role(Community community, SignedIn member) {
        Reply members =
                Waiting.until(
                        () ->
                                Platform.anyone()
                                        .get("/api/v1/spaces/" + community.spaceId() + "/members"),
                        Reply::succeeded);
        for (var item : members.json().path("items")) {
            if (item.path("userId").asText().equals(member.id().toString())) {
                return item.path("role").asText();
            }
        }
        return "";
    }

    private static int delay(Vote vote) {
        return Platform.anyone()
                .get(vote.path())
                .orFail()
                .json()
                .at("/timelock/delaySeconds")
                .asInt();
    }

    private static void isSigned(Community community, Delivery delivery) throws Exception {
        String key =
                community
                        .owner()
                        .api()
                        .get("/api/v1/proposals/webhook-key?spaceId=" + community.spaceId())
                        .orFail()
                        .text("key");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
        String signed = delivery.id() + "." + delivery.timestamp() + "." + delivery.body();
        assertThat(delivery.signature())
                .isEqualTo("v1=" + HexFormat.of().formatHex(mac.doFinal(signed.getBytes(UTF_8))));
    }

    private Map<String, Object> webhook() {
        String url = receiver.url().replace("localhost", "127.0.0.1") + "/hook";
        return Map.of("kind", "WEBHOOK", "url", url);
    }

    private void take(HttpExchange exchange) throws IOException {
        received.add(
                new Delivery(
                        exchange.getRequestHeaders().getFirst("Dao-Delivery"),
                        exchange.getRequestHeaders().getFirst("Dao-Timestamp"),
                        exchange.getRequestHeaders().getFirst("Dao-Signature"),
                        new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        HttpStub.answer(exchange, 200, "text/plain", "thanks");
    }
}

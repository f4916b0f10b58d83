package com.rechain.dao.gateway.forward;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.gateway.route.Service;
import com.rechain.dao.gateway.support.GatewayUnderTest;
import com.rechain.dao.gateway.support.RawClient;
import com.rechain.dao.gateway.support.ScriptedService;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FailuresIT {
    private static final String GET = "/api/v1/proposals/1/tally";

    private final ScriptedService one = ScriptedService.answering(200, "one");
    private final ScriptedService other = ScriptedService.answering(200, "other");
    private final GatewayUnderTest.Builder builder =
            GatewayUnderTest.builder()
                    .set("balance.voting-service", "ROUND_ROBIN")
                    .set("deadline.answer", "PT10S")
                    .set("deadline.attempt", "PT1S")
                    .set("resilience.slow-start", "PT0S")
                    .set("resilience.ejection.shortest", "PT0.1S");
    private GatewayUnderTest gateway;

    @AfterEach
    void stop() {
        gateway.close();
        one.close();
        other.close();
    }

    @Test
    void aWriteThatHangsEndsAtTheDeadline() throws Exception {
        builder.votings(one).set("deadline.answer", "PT1S");
        gateway = builder.start();
        one.become(_ -> {});

        HttpResponse<String> response = put("{}");

        assertThat(response.statusCode()).isEqualTo(504);
        assertThat(response.body()).contains("\"code\":\"gateway-timeout\"");
        assertThat(one.received()).hasSize(1);
    }

    @Test
    void anInstancesOwnErrorsPass() throws Exception {
        start();
        one.become(request -> request.response().setStatusCode(500).end("own"));
        other.become(request -> request.response().setStatusCode(500).end("own"));

        HttpResponse<String> response = get();

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).isEqualTo("own");
        assertThat(one.received().size() + other.received().size()).isEqualTo(1);
    }

    @Test
    void withoutAnyInstanceTheAnswerSaysWhenToComeBack() throws Exception {
        start();
        one.stop();
        other.stop();

        HttpResponse<String> response = get();

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(response.body()).contains("\"code\":\"unavailable\"");
        one.restart();
        other.restart();
    }

    @Test
    void moreThanAnInstanceHasPlacesForIsRefusedAtOnce() throws Exception {
        List<HttpServerRequest> waiting = new ArrayList<>();
        builder.votings(one).set("resilience.max-requests", "3");
        gateway = builder.start();
        one.become(waiting::add);
        var first = later();
        var second = later();
        Awaitility.await().until(() -> one.received().size() == 2);

        HttpResponse<String> third = get();

        assertThat(third.statusCode()).isEqualTo(503);
        assertThat(third.headers().firstValue("Retry-After").orElseThrow()).matches("[1-3]");
        assertThat(third.body()).contains("\"code\":\"overloaded\"");
        waiting.forEach(request -> request.response().end("at last"));
        assertThat(first.get().statusCode()).isEqualTo(200);
        assertThat(second.get().statusCode()).isEqualTo(200);
        one.become(request -> request.response().end("room"));
        assertThat(get().body()).isEqualTo("room");
    }

    @Test
    void halfAnAnswerIsNotMadeToLookWhole() throws Exception {
        builder.votings(one);
        gateway = builder.start();
        one.become(request -> {
            request.response().setChunked(true).write("half");
            GatewayUnderTest.VERTX.setTimer(50, _ -> request.connection().close());
        });

        try (RawClient client = new RawClient(gateway.port())) {
            String answer = client.say("GET " + GET + " HTTP/1.1\r\nHost: a\r\n\r\n").readToEnd();

            assertThat(answer).contains("half").doesNotContain("0\r\n\r\n");
        }
    }

    @Test
    void anAnswerThatIsNoHttpIsABadGateway() throws Exception {
        builder.votings(one);
        gateway = builder.start();
        one.become(request ->
                request.toNetSocket()
                        .onFailure(_ -> request.connection().close())
                        .onSuccess(socket -> socket.end()));

        assertThat(get().statusCode()).isEqualTo(502);
    }

    @Test
    void aCallerThatLeavesFreesItsPlace() throws Exception {
        CompletableFuture<Void> freed = new CompletableFuture<>();
        builder.votings(one);
        gateway = builder.start();
        one.become(request -> request.response().closeHandler(_ -> freed.complete(null)));

        try (RawClient client = new RawClient(gateway.port())) {
            client.say("GET " + GET + " HTTP/1.1\r\nHost: a\r\n\r\n");
            Awaitility.await().until(() -> one.received().size() == 1);
        }

        assertThat(freed).succeedsWithin(Duration.ofSeconds(5));
        Awaitility.await().until(() -> inFlight() == 0);
        assertThat(gateway.gateway().draining().underWay()).isZero();
    }

    @Test
    void callersThatLeaveInMidAnswerDoNotSpeakAgainstTheInstance() throws Exception {
        // A gateway that was held up finds resets and answers together, and writes the answers to
        // connections that are closed and of which Vert.x has not heard yet.
        List<HttpServerRequest> waiting = new CopyOnWriteArrayList<>();
        gateway = builder.votings(one).start();
        one.become(waiting::add);
        List<RawClient> callers = callAtOnce(64);
        Awaitility.await().until(() -> waiting.size() == callers.size());

        CountDownLatch release = GatewayUnderTest.holdUp();
        for (RawClient caller : callers) {
            caller.close();
        }
        for (HttpServerRequest request : waiting) {
            GatewayUnderTest.await(request.response().end("too late"));
        }
        release.countDown();
        Awaitility.await().until(() -> inFlight() == 0);

        assertThat(brokenAttempts()).isZero();
        one.become(request -> request.response().end("still here"));
        assertThat(get().body()).isEqualTo("still here");
    }

    private void start() {
        gateway = builder.votings(one, other).start();
    }

    private List<RawClient> callAtOnce(int callers) throws IOException {
        List<RawClient> all = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            all.add(
                    new RawClient(gateway.port())
                            .say("GET " + GET + " HTTP/1.1\r\nHost: a\r\n\r\n"));
        }
        return all;
    }

    private long brokenAttempts() {
        return gateway.registry()
                .get("dao.gateway.attempts")
                .tag("service", Service.VOTING.label())
                .tag("result", "broken")
                .timer()
                .count();
    }

    private int inFlight() {
        return gateway.gateway().upstreams().of(Service.VOTING).instances().getFirst().inFlight();
    }

    private HttpResponse<String> get() throws Exception {
        return gateway.get(GET);
    }

    private CompletableFuture<HttpResponse<String>> later() {
        return gateway.http()
                .sendAsync(gateway.request(GET).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> put(String body) throws Exception {
        return gateway.send(
                gateway.request("/api/v1/proposals/1/ballot").PUT(BodyPublishers.ofString(body)));
    }
}

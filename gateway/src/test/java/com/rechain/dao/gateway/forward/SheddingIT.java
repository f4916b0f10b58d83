package com.rechain.dao.gateway.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rechain.dao.gateway.support.GatewayUnderTest;
import com.rechain.dao.gateway.support.ScriptedService;
import io.vertx.core.http.HttpServerRequest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is turned away when a service answers more slowly than it is asked. */
class SheddingIT {
    private static final String EXPORT = "/api/v1/proposals/1/ballots";
    private static final String LIST = "/api/v1/proposals/1/tally";
    private static final String VOTE = "/api/v1/proposals/1/ballot";

    private final Queue<HttpServerRequest> waiting = new ConcurrentLinkedQueue<>();
    private final ScriptedService service = ScriptedService.running(waiting::add);
    private final List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    private GatewayUnderTest gateway;

    @AfterEach
    void stop() {
        gateway.close();
        service.close();
    }

    @Test
    void exportsGoFirstThenListsAndVotesLast() throws Exception {
        start("10");

        // Six of ten places may go to exports, eight to lists, all to votes.
        take(EXPORT, 6);
        assertTurnedAway(EXPORT);
        take(LIST, 2);
        assertTurnedAway(LIST);
        assertTurnedAway(EXPORT);
        vote(9);
        vote(10);

        HttpResponse<String> eleventh = gateway.send(ballot());
        assertThat(eleventh.statusCode()).isEqualTo(503);
        assertThat(eleventh.body()).contains("\"code\":\"overloaded\"");
        waiting.forEach(request -> request.response().end("done"));
        assertThat(answers).allSatisfy(a -> assertThat(a.join().statusCode()).isEqualTo(200));
        assertThat(shed("export")).isEqualTo(2);
        assertThat(shed("list")).isEqualTo(1);
        assertThat(shed("vote")).isEqualTo(1);
    }

    @Test
    void aServiceThatAnswersLateIsGivenLessUntilItIsInTimeAgain() {
        start("64");
        int most = limit();
        // Every answer takes longer than is in time, and all places are wanted all the time.
        service.become(request ->
                GatewayUnderTest.VERTX.setTimer(700, _ -> request.response().end("late")));

        await().atMost(Duration.ofMinutes(1))
                .until(() -> {
                    ask(LIST, 100);
                    return limit() < most / 2;
                });
        service.become(request ->
                GatewayUnderTest.VERTX.setTimer(5, _ -> request.response().end("in time")));

        await().atMost(Duration.ofMinutes(1))
                .until(() -> {
                    ask(LIST, 100);
                    return limit() > most / 2;
                });
    }

    private void start(String most) {
        gateway =
                GatewayUnderTest.builder()
                        .votings(service)
                        .set("resilience.max-requests", most)
                        .set("resilience.overload.in-time", "PT0.5S")
                        .set("resilience.overload.window", "PT0.01S")
                        .set("resilience.overload.loop-delay", "PT10S")
                        .start();
    }

    private void take(String path, int times) {
        int before = waiting.size();
        for (int i = 0; i < times; i++) {
            answers.add(later(gateway.request(path)));
        }
        await().until(() -> waiting.size() == before + times);
    }

    private void vote(int expected) {
        answers.add(later(ballot()));
        await().until(() -> waiting.size() == expected);
    }

    private void ask(String path, int times) {
        List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            asked.add(later(gateway.request(path)));
        }
        asked.forEach(CompletableFuture::join);
    }

    private void assertTurnedAway(String path) throws Exception {
        HttpResponse<String> answer = gateway.get(path);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After").orElseThrow()).matches("[1-3]");
        assertThat(answer.body()).contains("\"code\":\"overloaded\"");
    }

    private HttpRequest.Builder ballot() {
        return gateway.request(VOTE).PUT(BodyPublishers.ofString("{\"choice\":1}"));
    }

    private CompletableFuture<HttpResponse<String>> later(HttpRequest.Builder request) {
        return gateway.http().sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private int limit() {
        return (int)
                gateway.registry()
                        .get("dao.gateway.limit")
                        .tag("service", "voting-service")
                        .gauge()
                        .value();
    }

    private double shed(String priority) {
        return gateway.registry()
                .get("dao.gateway.shed")
                .tag("service", "voting-service")
                .tag("priority", priority)
                .tag("where", "service")
                .counter()
                .count();
    }
}

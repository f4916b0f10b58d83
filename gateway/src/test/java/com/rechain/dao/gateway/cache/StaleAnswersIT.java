package com.rechain.dao.gateway.cache;

import static com.rechain.dao.gateway.cache.CachingGateway.LONG;
import static com.rechain.dao.gateway.cache.CachingGateway.PATH;
import static com.rechain.dao.gateway.cache.CachingGateway.SHORT;
import static com.rechain.dao.gateway.cache.CachingGateway.cacheStatus;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rechain.dao.gateway.support.ScriptedService;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the micro-cache does with answers that are old, and with those that were purged. */
class StaleAnswersIT {
    private final CachingGateway gateway = new CachingGateway();
    private final ScriptedService service = gateway.service();
    private final AtomicInteger asked = gateway.asked();

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void anOldAnswerIsHandedOutWhileANewOneIsFetchedIfPurgesAreHeard() throws Exception {
        gateway.cache().hears(true);
        service.become(request -> gateway.say(request, SHORT));
        gateway.get(PATH);

        // Old answers are asked for until one of them comes just after its second.
        await().untilAsserted(() ->
                assertThat(cacheStatus(gateway.get(PATH))).startsWith("gateway; hit; ttl=-"));
        await().untilAsserted(() -> assertThat(gateway.get(PATH).body()).isNotEqualTo("answer 1"));
        assertThat(gateway.count("stale")).isPositive();
    }

    @Test
    void withoutPurgesNothingIsOlderThanItsSecond() throws Exception {
        service.become(request -> gateway.say(request, SHORT));
        gateway.get(PATH);

        await().untilAsserted(() -> assertThat(gateway.get(PATH).body()).isEqualTo("answer 2"));

        assertThat(gateway.count("stale")).isZero();
        assertThat(asked).hasValue(2);
    }

    @Test
    void anOldAnswerIsConfirmedByItsTag() throws Exception {
        service.become(request -> {
            asked.incrementAndGet();
            boolean known = "\"e1\"".equals(request.getHeader("If-None-Match"));
            HttpServerResponse response = request.response();
            response.putHeader("ETag", "\"e1\"").putHeader("Cache-Control", SHORT);
            response.setStatusCode(known ? 304 : 200).end(known ? "" : "the same");
        });
        gateway.get(PATH);

        await().until(() -> {
            assertThat(gateway.get(PATH).body()).isEqualTo("the same");
            return asked.get() == 3;
        });
    }

    @Test
    void anOldAnswerStandsInForAnError() throws Exception {
        service.become(request -> gateway.say(request, SHORT));
        gateway.get(PATH);
        service.become(request -> request.response().setStatusCode(500).end("broken"));

        await().untilAsserted(() -> {
            HttpResponse<String> answer = gateway.get(PATH);
            assertThat(answer.body()).isEqualTo("answer 1");
            assertThat(cacheStatus(answer)).contains("ttl=-");
        });
        service.stop();
        assertThat(gateway.get(PATH).body()).isEqualTo("answer 1");
        assertThat(gateway.count("stand_in")).isGreaterThanOrEqualTo(2);
        service.restart();
    }

    @Test
    void aPurgedAnswerStandsInForNothing() throws Exception {
        gateway.get(PATH);
        gateway.cache().purge(List.of("proposals"));
        service.become(request -> request.response().setStatusCode(500).end("broken"));

        assertThat(gateway.get(PATH).statusCode()).isEqualTo(500);
    }

    @Test
    void aPurgeOfATagHoldsAtOnce() throws Exception {
        gateway.get(PATH);

        gateway.cache().purge(List.of("something-else"));
        assertThat(gateway.get(PATH).body()).isEqualTo("answer 1");
        gateway.cache().purge(List.of("proposals"));
        assertThat(gateway.get(PATH).body()).isEqualTo("answer 2");
    }

    @Test
    void whoComesAfterAPurgeNeverGetsWhatWasAskedForBefore() throws Exception {
        Queue<HttpServerRequest> held = new ConcurrentLinkedQueue<>();
        service.become(held::add);
        CompletableFuture<HttpResponse<String>> before = gateway.ask(1).getFirst();
        await().until(() -> held.size() == 1);

        gateway.cache().purge(List.of("proposals"));
        CompletableFuture<HttpResponse<String>> after = gateway.ask(1).getFirst();
        await().until(() -> gateway.underWay() == 2);
        service.become(request -> gateway.say(request, LONG));
        held.forEach(request -> gateway.say(request, LONG));

        assertThat(before.join().statusCode()).isEqualTo(200);
        assertThat(after.join().body()).isEqualTo("answer 2");
        assertThat(gateway.get(PATH).body()).isEqualTo("answer 2");
    }
}

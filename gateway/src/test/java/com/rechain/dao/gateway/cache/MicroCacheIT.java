package com.rechain.dao.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rechain.dao.gateway.support.GatewayUnderTest;
import com.rechain.dao.gateway.support.ScriptedService;
import com.rechain.dao.gateway.support.Tokens;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The micro-cache in a whole gateway before a real service. */
class MicroCacheIT {
    private static final String PATH = "/api/v1/proposals?limit=5";
    private static final String LONG =
            "public, max-age=0, s-maxage=10, stale-while-revalidate=30, stale-if-error=300";
    private static final String SHORT =
            "public, max-age=0, s-maxage=1, stale-while-revalidate=30, stale-if-error=300";

    private final AtomicInteger asked = new AtomicInteger();
    private final ScriptedService service = ScriptedService.running(request -> say(request, LONG));
    private GatewayUnderTest gateway = gateway();

    @AfterEach
    void close() {
        gateway.close();
        service.close();
    }

    @Test
    void aPublicAnswerIsAskedForOnce() throws Exception {
        HttpResponse<String> first = gateway.get(PATH);
        HttpResponse<String> second = gateway.get(PATH);

        assertThat(first.body()).isEqualTo("answer 1");
        assertThat(cacheStatus(first)).isEqualTo("gateway; fwd=miss");
        assertThat(second.body()).isEqualTo("answer 1");
        assertThat(cacheStatus(second)).isEqualTo("gateway; hit");
        assertThat(second.headers().firstValue("Age")).hasValue("0");
        assertThat(second.headers().firstValue("Cache-Control")).hasValue(LONG);
        assertThat(second.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(second.headers().firstValue("X-Request-Id"))
                .isPresent()
                .isNotEqualTo(first.headers().firstValue("X-Request-Id"));
        assertThat(first.headers().firstValue("Cache-Tag")).isEmpty();
        assertThat(second.headers().firstValue("Cache-Tag")).isEmpty();
        assertThat(asked).hasValue(1);
    }

    @Test
    void anotherQueryIsAnotherAnswer() throws Exception {
        gateway.get("/api/v1/proposals?limit=5");
        gateway.get("/api/v1/proposals?limit=6");
        gateway.get("/api/v1/proposals");

        assertThat(asked).hasValue(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "private, no-cache",
                "private, no-store",
                "no-store",
                "max-age=60",
                "public, no-store, max-age=60",
                ""
            })
    void whatIsNotPublicIsNeverKept(String cacheControl) throws Exception {
        service.become(request -> say(request, cacheControl));

        assertThat(gateway.get(PATH).body()).isEqualTo("answer 1");
        assertThat(gateway.get(PATH).body()).isEqualTo("answer 2");
    }

    @Test
    void anAnswerWithACookieIsNeverKept() throws Exception {
        service.become(request -> {
            request.response().putHeader("Set-Cookie", "session=1");
            say(request, LONG);
        });

        assertThat(gateway.get(PATH).headers().firstValue("Set-Cookie")).isPresent();
        assertThat(gateway.get(PATH).body()).isEqualTo("answer 2");
    }

    @ParameterizedTest
    @CsvSource({
        "Freshness-Token,voting-service=1763933333123456",
        "Cookie,a=b",
        "Range,bytes=0-1",
        "Origin,https://elsewhere.example",
        "If-Modified-Since,Sun, 06 Nov 1994 08:49:37 GMT",
        "Cache-Control,no-store",
        "Accept,text/html"
    })
    void whoMayGetSomethingOfTheirOwnGoesPast(String name, String value) throws Exception {
        gateway.get(PATH);

        HttpResponse<String> own = gateway.get(PATH, name, value);

        assertThat(own.body()).isEqualTo("answer 2");
        assertThat(cacheStatus(own)).isEqualTo("gateway; fwd=bypass");
        assertThat(service.received().getLast().all(name)).containsExactly(value);
        assertThat(gateway.get(PATH).body()).isEqualTo("answer 1");
    }

    @Test
    void whoIsSignedInGoesPast() throws Exception {
        await().until(() -> gateway.gateway().hasKeys());
        gateway.get(PATH);

        HttpResponse<String> own =
                gateway.get(PATH, "Authorization", "Bearer " + Tokens.TRUSTED.good());

        assertThat(own.body()).isEqualTo("answer 2");
        assertThat(gateway.get(PATH).body()).isEqualTo("answer 1");
    }

    @Test
    void nothingThatACallerSendsCanChangeWhatOthersGet() throws Exception {
        gateway.get(PATH, "X-Poison", "1", "Accept-Language", "de", "User-Agent", "mine");

        ScriptedService.Received received = service.received().getFirst();
        assertThat(received.all("X-Poison")).isEmpty();
        assertThat(received.all("Accept-Language")).isEmpty();
        assertThat(received.all("User-Agent")).isEmpty();
        assertThat(received.all("X-Forwarded-For")).hasSize(1);
        assertThat(received.all("traceparent")).hasSize(1);
    }

    @Test
    void eachCodingIsAnAnswerOfItsOwn() throws Exception {
        assertThat(gateway.get(PATH, "Accept-Encoding", "gzip").body()).isEqualTo("answer 1");
        assertThat(gateway.get(PATH, "Accept-Encoding", "gzip, br").body()).isEqualTo("answer 2");
        assertThat(gateway.get(PATH, "Accept-Encoding", "deflate, gzip").body())
                .isEqualTo("answer 1");
        assertThat(service.received().get(0).header("Accept-Encoding")).isEqualTo("gzip");
        assertThat(service.received().get(1).header("Accept-Encoding")).isEqualTo("br, gzip");
    }

    @Test
    void whoHasItAlreadyIsToldSo() throws Exception {
        service.become(request -> {
            request.response().putHeader("ETag", "\"e1\"");
            say(request, LONG);
        });
        gateway.get(PATH);

        HttpResponse<String> same = gateway.get(PATH, "If-None-Match", "W/\"e1\"");

        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(same.headers().firstValue("ETag")).hasValue("\"e1\"");
        assertThat(same.headers().firstValue("Content-Type")).isEmpty();
        assertThat(gateway.get(PATH, "If-None-Match", "\"e2\"").statusCode()).isEqualTo(200);
        assertThat(asked).hasValue(1);
    }

    @Test
    void anAnswerWithoutAnEntityTagGetsOne() throws Exception {
        String etag = gateway.get(PATH).headers().firstValue("ETag").orElseThrow();

        assertThat(gateway.get(PATH, "If-None-Match", etag).statusCode()).isEqualTo(304);
    }

    @Test
    void howeverManyAskTheServiceIsAskedOnce() throws Exception {
        Queue<HttpServerRequest> held = new ConcurrentLinkedQueue<>();
        service.become(held::add);
        List<CompletableFuture<HttpResponse<String>>> answers = ask(50);
        await().until(() -> !held.isEmpty());
        await().until(() -> draining() == 50);

        held.forEach(request -> say(request, LONG));

        assertThat(answers).allSatisfy(a -> assertThat(a.join().body()).isEqualTo("answer 1"));
        assertThat(held).hasSize(1);
        assertThat(count("collapsed")).isEqualTo(49);
        assertThat(count("miss")).isEqualTo(1);
    }

    @Test
    void whereTheAnswerCannotBeSharedEachAsksForItself() throws Exception {
        Queue<HttpServerRequest> held = new ConcurrentLinkedQueue<>();
        service.become(held::add);
        List<CompletableFuture<HttpResponse<String>>> answers = ask(10);
        await().until(() -> held.size() == 1 && draining() == 10);

        service.become(request -> say(request, "private, no-cache"));
        held.forEach(request -> say(request, "private, no-cache"));

        assertThat(answers.stream().map(a -> a.join().body()).distinct()).hasSize(10);
        assertThat(asked).hasValue(10);
        // And nobody waits for anybody until that is forgotten.
        assertThat(cacheStatus(gateway.get(PATH))).contains("unshareable");
    }

    @Test
    void whoBeganItMayLeaveAndTheOthersGetTheAnswer() throws Exception {
        Queue<HttpServerRequest> held = new ConcurrentLinkedQueue<>();
        service.become(held::add);
        CompletableFuture<HttpResponse<String>> first = ask(1).getFirst();
        await().until(() -> held.size() == 1);
        CompletableFuture<HttpResponse<String>> second = ask(1).getFirst();
        await().until(() -> draining() == 2);

        first.cancel(true);
        await().until(() -> draining() == 1);
        held.forEach(request -> say(request, LONG));

        assertThat(second.join().body()).isEqualTo("answer 1");
        assertThat(held).hasSize(1);
    }

    @Test
    void theServiceIsLetGoWhenNobodyWaitsAnyMore() throws Exception {
        AtomicInteger gone = new AtomicInteger();
        service.become(request -> request.response().closeHandler(_ -> gone.incrementAndGet()));
        List<CompletableFuture<HttpResponse<String>>> answers = ask(3);
        await().until(() -> draining() == 3 && !service.received().isEmpty());

        answers.get(0).cancel(true);
        answers.get(1).cancel(true);
        await().until(() -> draining() == 1);
        assertThat(gone).hasValue(0);
        answers.get(2).cancel(true);

        await().until(() -> gone.get() == 1);
        service.become(request -> say(request, LONG));
        assertThat(gateway.get(PATH).body()).isEqualTo("answer 1");
    }

    @Test
    void nobodyWaitsForLongerThanPatienceSays() throws Exception {
        gateway.close();
        gateway = gateway("cache.patience", "PT0.1S");
        Queue<HttpServerRequest> held = new ConcurrentLinkedQueue<>();
        service.become(held::add);

        List<CompletableFuture<HttpResponse<String>>> answers = ask(3);

        await().until(() -> held.size() == 3);
        held.forEach(request -> say(request, LONG));
        assertThat(answers).allSatisfy(a -> assertThat(a.join().statusCode()).isEqualTo(200));
        assertThat(count("impatient")).isEqualTo(2);
    }

    @Test
    void anOldAnswerIsHandedOutWhileANewOneIsFetchedIfPurgesAreHeard() throws Exception {
        gateway.gateway().cache().hears(true);
        service.become(request -> say(request, SHORT));
        gateway.get(PATH);

        // Old answers are asked for until one of them comes just after its second.
        await().untilAsserted(() ->
                assertThat(cacheStatus(gateway.get(PATH))).startsWith("gateway; hit; ttl=-"));
        await().untilAsserted(() -> assertThat(gateway.get(PATH).body()).isEqualTo("answer 2"));
        assertThat(count("stale")).isPositive();
    }

    @Test
    void withoutPurgesNothingIsOlderThanItsSecond() throws Exception {
        service.become(request -> say(request, SHORT));
        gateway.get(PATH);

        await().untilAsserted(() -> assertThat(gateway.get(PATH).body()).isEqualTo("answer 2"));

        assertThat(count("stale")).isZero();
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
        service.become(request -> say(request, SHORT));
        gateway.get(PATH);
        service.become(request -> request.response().setStatusCode(500).end("broken"));

        await().untilAsserted(() -> {
            HttpResponse<String> answer = gateway.get(PATH);
            assertThat(answer.body()).isEqualTo("answer 1");
            assertThat(cacheStatus(answer)).contains("ttl=-");
        });
        service.stop();
        assertThat(gateway.get(PATH).body()).isEqualTo("answer 1");
        assertThat(count("stand_in")).isGreaterThanOrEqualTo(2);
        service.restart();
    }

    @Test
    void aPurgedAnswerStandsInForNothing() throws Exception {
        gateway.get(PATH);
        gateway.gateway().cache().purge(List.of("proposals"));
        service.become(request -> request.response().setStatusCode(500).end("broken"));

        assertThat(gateway.get(PATH).statusCode()).isEqualTo(500);
    }

    @Test
    void aPurgeOfATagHoldsAtOnce() throws Exception {
        gateway.get(PATH);

        gateway.gateway().cache().purge(List.of("something-else"));
        assertThat(gateway.get(PATH).body()).isEqualTo("answer 1");
        gateway.gateway().cache().purge(List.of("proposals"));
        assertThat(gateway.get(PATH).body()).isEqualTo("answer 2");
    }

    @Test
    void whoComesAfterAPurgeNeverGetsWhatWasAskedForBefore() throws Exception {
        Queue<HttpServerRequest> held = new ConcurrentLinkedQueue<>();
        service.become(held::add);
        CompletableFuture<HttpResponse<String>> before = ask(1).getFirst();
        await().until(() -> held.size() == 1);

        gateway.gateway().cache().purge(List.of("proposals"));
        CompletableFuture<HttpResponse<String>> after = ask(1).getFirst();
        await().until(() -> draining() == 2);
        service.become(request -> say(request, LONG));
        held.forEach(request -> say(request, LONG));

        assertThat(before.join().statusCode()).isEqualTo(200);
        assertThat(after.join().body()).isEqualTo("answer 2");
        assertThat(gateway.get(PATH).body()).isEqualTo("answer 2");
    }

    @Test
    void noCacheIsAnsweredAnewAndForAll() throws Exception {
        gateway.get(PATH);

        assertThat(gateway.get(PATH, "Cache-Control", "no-cache").body()).isEqualTo("answer 2");
        assertThat(gateway.get(PATH).body()).isEqualTo("answer 2");
    }

    @Test
    void aLargeAnswerIsPassedOnWhole() throws Exception {
        gateway.close();
        gateway = gateway("cache.largest-body", "1K");
        String large = "x".repeat(100_000);
        service.become(request -> {
            HttpServerResponse response = request.response().putHeader("Cache-Control", LONG);
            if (request.path().endsWith("chunked")) {
                response.setChunked(true);
            }
            response.end(large);
        });

        assertThat(gateway.get("/api/v1/proposals/counted").body()).isEqualTo(large);
        assertThat(gateway.get("/api/v1/proposals/chunked").body()).isEqualTo(large);
        assertThat(cacheStatus(gateway.get("/api/v1/proposals/chunked"))).contains("unshareable");
    }

    @Test
    void thatThereIsNoSuchThingIsKeptWhereItIsPublic() throws Exception {
        service.become(request -> {
            request.response().setStatusCode(404);
            say(request, LONG);
        });

        assertThat(gateway.get(PATH).statusCode()).isEqualTo(404);
        assertThat(gateway.get(PATH).body()).isEqualTo("answer 1");
    }

    @Test
    void writesAndHeadsGoPast() throws Exception {
        gateway.get(PATH);

        gateway.send(gateway.request(PATH).method("HEAD", HttpRequest.BodyPublishers.noBody()));
        gateway.send(gateway.request(PATH).POST(HttpRequest.BodyPublishers.ofString("{}")));

        assertThat(asked).hasValue(3);
    }

    private GatewayUnderTest gateway(String... settings) {
        GatewayUnderTest.Builder builder =
                GatewayUnderTest.builder()
                        .users(service)
                        .proposals(service)
                        .set("cache.enabled", "true");
        for (int i = 0; i < settings.length; i += 2) {
            builder.set(settings[i], settings[i + 1]);
        }
        return builder.start();
    }

    private void say(HttpServerRequest request, String cacheControl) {
        HttpServerResponse response = request.response();
        if (!cacheControl.isEmpty()) {
            response.putHeader("Cache-Control", cacheControl);
        }
        response.putHeader("Content-Type", "application/json")
                .putHeader("Vary", "Authorization, Freshness-Token")
                .putHeader("Cache-Tag", "proposals,space:1")
                .end("answer " + asked.incrementAndGet());
    }

    private List<CompletableFuture<HttpResponse<String>>> ask(int times) {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            answers.add(
                    gateway.http()
                            .sendAsync(
                                    gateway.request(PATH).build(),
                                    HttpResponse.BodyHandlers.ofString()));
        }
        return answers;
    }

    private int draining() {
        return gateway.gateway().draining().underWay();
    }

    private double count(String result) {
        return gateway.registry()
                .get("dao.gateway.cache.requests")
                .tag("uri", "/api/v1/proposals")
                .tag("result", result)
                .counter()
                .count();
    }

    private static String cacheStatus(HttpResponse<?> response) {
        return response.headers().firstValue("Cache-Status").orElse("");
    }
}

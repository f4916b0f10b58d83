package com.rechain.dao.gateway.cache;

import static com.rechain.dao.gateway.cache.CachingGateway.LONG;
import static com.rechain.dao.gateway.cache.CachingGateway.PATH;
import static com.rechain.dao.gateway.cache.CachingGateway.cacheStatus;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rechain.dao.gateway.support.ScriptedService;
import com.rechain.dao.gateway.support.Tokens;
import io.vertx.core.http.HttpServerResponse;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the micro-cache keeps, in a whole gateway before a real service, and who goes past it. */
class MicroCacheIT {
    private final CachingGateway gateway = new CachingGateway();
    private final ScriptedService service = gateway.service();
    private final AtomicInteger asked = gateway.asked();

    @AfterEach
    void close() {
        gateway.close();
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
        service.become(request -> gateway.say(request, cacheControl));

        assertThat(gateway.get(PATH).body()).isEqualTo("answer 1");
        assertThat(gateway.get(PATH).body()).isEqualTo("answer 2");
    }

    @Test
    void anAnswerWithACookieIsNeverKept() throws Exception {
        service.become(request -> {
            request.response().putHeader("Set-Cookie", "session=1");
            gateway.say(request, LONG);
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
        await().until(() -> gateway.hasKeys());
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
            gateway.say(request, LONG);
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
    void noCacheIsAnsweredAnewAndForAll() throws Exception {
        gateway.get(PATH);

        assertThat(gateway.get(PATH, "Cache-Control", "no-cache").body()).isEqualTo("answer 2");
        assertThat(gateway.get(PATH).body()).isEqualTo("answer 2");
    }

    @Test
    void aLargeAnswerIsPassedOnWhole() throws Exception {
        gateway.restart("cache.largest-body", "1K");
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
            gateway.say(request, LONG);
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
}

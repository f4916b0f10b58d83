package com.rechain.dao.gateway.server;

import static com.rechain.dao.gateway.support.GatewayUnderTest.VERTX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rechain.dao.gateway.support.GatewayUnderTest;
import com.rechain.dao.gateway.support.ScriptedService;
import com.rechain.dao.gateway.support.TestTls;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.PfxOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What changes for requests that share a connection, and what must not. */
class Http2IT {
    private static final String STORE = TestTls.keyStore().toString();
    private static final long CANCEL = 8;
    private static final String USERS = "/api/v1/users/1";

    private final AtomicInteger handshakes = new AtomicInteger();
    private final SSLContext trusting = TestTls.trusting(handshakes);
    private final ScriptedService service = ScriptedService.answering(200, "{}");
    private final GatewayUnderTest gateway =
            GatewayUnderTest.builder()
                    .users(service)
                    .set("cache.enabled", "true")
                    .tls(Http2IT::withCertificate)
                    .start();

    @AfterEach
    void stop() {
        gateway.close();
        service.close();
    }

    @Test
    void byTlsItSpeaksHttp2() throws Exception {
        HttpResponse<String> response = http2().send(get(USERS), body());

        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{}");
        assertThat(response.headers().firstValue("connection")).isEmpty();
        assertThat(response.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(response.sslSession().map(SSLSession::getProtocol)).hasValue("TLSv1.3");
        ScriptedService.Received received = service.received().getLast();
        assertThat(received.header("X-Forwarded-Proto")).isEqualTo("https");
        assertThat(received.header("X-Forwarded-Host")).isEqualTo("localhost:" + gateway.port());
        assertThat(received.headers()).noneMatch(field -> field.getKey().startsWith(":"));
    }

    @Test
    void manyRequestsShareAConnection() throws Exception {
        HttpClient client = http2();
        client.send(get(USERS), body());
        int before = handshakes.get();

        List<CompletableFuture<HttpResponse<String>>> answers =
                Stream.generate(() -> client.sendAsync(get(USERS), body())).limit(50).toList();

        assertThat(answers).allSatisfy(a -> assertThat(a.join().statusCode()).isEqualTo(200));
        assertThat(handshakes).hasValue(before);
    }

    @Test
    void aBodyPassesWholeOfKnownLengthAndOfUnknown() throws Exception {
        String text = "x".repeat(100_000);
        service.become(request -> request.body().onSuccess(body -> request.response().end(body)));

        HttpRequest known = to(USERS).POST(BodyPublishers.ofString(text)).build();
        HttpRequest unknown =
                to(USERS).POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(text))).build();

        assertThat(http2().send(known, body()).body()).isEqualTo(text);
        assertThat(http2().send(unknown, body()).body()).isEqualTo(text);
    }

    @Test
    void aRefusedRequestLeavesItsNeighboursAlone() throws Exception {
        HttpClient client = http2();
        String large = "x".repeat(2_000_000);

        HttpResponse<String> refused =
                client.send(to(USERS).POST(BodyPublishers.ofString(large)).build(), body());
        HttpResponse<String> missing = client.send(get("/nowhere"), body());
        HttpResponse<String> ambiguous = client.send(get("/api/v1/users//1"), body());

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(ambiguous.statusCode()).isEqualTo(400);
        assertThat(client.send(get(USERS), body()).statusCode()).isEqualTo(200);
    }

    @Test
    void sharedAnswersAreSharedByBothVersions() throws Exception {
        service.become(request ->
                request.response()
                        .putHeader("Cache-Control", "public, s-maxage=10")
                        .putHeader("Content-Type", "application/json")
                        .end("[]"));
        http2().send(get("/api/v1/spaces/2"), body());

        HttpResponse<String> hit = http2().send(get("/api/v1/spaces/2"), body());
        HttpResponse<String> same =
                client(HttpClient.Version.HTTP_1_1).send(get("/api/v1/spaces/2"), body());

        assertThat(hit.headers().firstValue("cache-status")).hasValue("gateway; hit");
        assertThat(hit.body()).isEqualTo("[]");
        assertThat(same.headers().firstValue("cache-status")).hasValue("gateway; hit");
        assertThat(service.received()).hasSize(1);
    }

    @Test
    void cookiesThatCameOneByOneAreOneFieldAgain() throws Exception {
        HttpRequest request = to(USERS).header("Cookie", "a=1").header("Cookie", "b=2").build();

        http2().send(request, body());

        assertThat(service.received().getLast().all("Cookie")).containsExactly("a=1; b=2");
    }

    @Test
    void whoIsAskedToLeaveFinishesWhatIsUnderWay() throws Exception {
        HttpClient client = http2();
        client.send(get(USERS), body());

        gateway.gateway().draining().begin();
        HttpResponse<String> last = client.send(get(USERS), body());

        assertThat(last.statusCode()).isEqualTo(200);
    }

    @Test
    void whoBreaksOffAllTheTimeLosesTheConnection() {
        service.become(_ -> {});
        AtomicInteger lost = new AtomicInteger();
        HttpClientOptions byHttp2 =
                new HttpClientOptions()
                        .setSsl(true)
                        .setTrustAll(true)
                        .setVerifyHost(false)
                        .setUseAlpn(true)
                        .setProtocolVersion(HttpVersion.HTTP_2);
        io.vertx.core.http.HttpClient client = VERTX.createHttpClient(byHttp2);
        client.connectionHandler(c -> c.closeHandler(_ -> lost.incrementAndGet()));

        try (GatewayUnderTest strict =
                GatewayUnderTest.builder()
                        .users(service)
                        .set("http.max-resets", "5")
                        .tls(Http2IT::withCertificate)
                        .start()) {
            await().until(() -> {
                breakOff(client, strict.port());
                return lost.get() > 0;
            });
        }
        client.close();
    }

    private static void breakOff(io.vertx.core.http.HttpClient client, int port) {
        HttpClientRequest request =
                GatewayUnderTest.await(client.request(HttpMethod.GET, port, "localhost", USERS));
        request.exceptionHandler(_ -> {});
        request.response().onFailure(_ -> {});
        request.end();
        request.reset(CANCEL);
    }

    private HttpClient http2() {
        return client(HttpClient.Version.HTTP_2);
    }

    private HttpClient client(HttpClient.Version version) {
        return HttpClient.newBuilder().version(version).sslContext(trusting).build();
    }

    private HttpRequest get(String path) {
        return to(path).build();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + gateway.port() + path));
    }

    private static HttpResponse.BodyHandler<String> body() {
        return BodyHandlers.ofString();
    }

    private static void withCertificate(HttpServerOptions options) {
        TlsSetup.offerBothVersions(options);
        options.setKeyCertOptions(new PfxOptions().setPath(STORE).setPassword(TestTls.PASSWORD));
    }
}

package com.rechain.dao.gateway.cache;

import static com.rechain.dao.gateway.support.GatewayUnderTest.VERTX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rechain.dao.gateway.support.GatewayUnderTest;
import com.rechain.dao.gateway.support.ScriptedService;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.embedded.RedisServer;

/** Purges by a real Redis. */
class PurgeListenerIT {
    private static final String PATH = "/api/v1/proposals";

    private final AtomicInteger asked = new AtomicInteger();
    private final int port = freePort();
    private final RedisServer server = redis(port);
    private final Redis redis = Redis.createClient(VERTX, "redis://127.0.0.1:" + port);
    private final ScriptedService service =
            ScriptedService.running(request ->
                    request.response()
                            .putHeader("Cache-Control", "public, max-age=0, s-maxage=10")
                            .putHeader("Cache-Tag", "proposals, space:1")
                            .end("answer " + asked.incrementAndGet()));
    private final GatewayUnderTest gateway =
            GatewayUnderTest.builder()
                    .users(service)
                    .proposals(service)
                    .set("cache.enabled", "true")
                    .set("cache.purge-pause", "PT0.3S")
                    .purgedBy(redis)
                    .start();

    @AfterEach
    void close() throws IOException {
        gateway.close();
        service.close();
        redis.close();
        server.stop();
    }

    @Test
    void whatIsPublishedIsPurged() throws Exception {
        awaitHearing(1);
        assertThat(gateway.get(PATH).body()).isEqualTo("answer 1");

        publish("space:2,voting");
        publish("echo");
        awaitPurges(2);
        assertThat(gateway.get(PATH).body()).isEqualTo("answer 1");
        publish("space:9,space:1");
        awaitPurges(4);

        assertThat(gateway.get(PATH).body()).isEqualTo("answer 2");
    }

    @Test
    void aStormOfPurgesOfOneTagIsAFew() {
        awaitHearing(1);

        for (int i = 0; i < 200; i++) {
            publish("proposals");
        }

        // The first at once, the others together when the pause is over.
        await().until(() -> purges("tag") >= 2);
        assertThat(purges("tag")).isLessThan(20);
    }

    @Test
    void afterAGapEverythingIsForgotten() throws Exception {
        awaitHearing(1);
        assertThat(gateway.get(PATH).body()).isEqualTo("answer 1");

        server.stop();
        await().until(() -> hears() == 0);
        assertThat(gateway.get(PATH).body()).isEqualTo("answer 1");
        RedisServer again = redis(port);
        awaitHearing(2);

        assertThat(gateway.get(PATH).body()).isEqualTo("answer 2");
        again.stop();
    }

    @Test
    void withoutRedisNothingFails() throws Exception {
        server.stop();

        assertThat(gateway.get(PATH).statusCode()).isEqualTo(200);
        assertThat(gateway.get(PATH).headers().firstValue("Cache-Status")).hasValue("gateway; hit");
    }

    private void publish(String message) {
        GatewayUnderTest.await(
                redis.send(Request.cmd(Command.PUBLISH).arg(PurgeListener.CHANNEL).arg(message)));
    }

    private void awaitHearing(int times) {
        await().atMost(Duration.ofSeconds(20)).until(() -> hears() == 1 && purges("all") == times);
    }

    private void awaitPurges(int times) {
        await().until(() -> purges("tag") == times);
    }

    private double purges(String scope) {
        return gateway.registry()
                .get("dao.gateway.cache.purges")
                .tag("scope", scope)
                .counter()
                .count();
    }

    private double hears() {
        return gateway.registry().get("dao.gateway.cache.hears").gauge().value();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RedisServer redis(int port) {
        try {
            RedisServer server =
                    RedisServer.newRedisServer().port(port).setting("bind 127.0.0.1").build();
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

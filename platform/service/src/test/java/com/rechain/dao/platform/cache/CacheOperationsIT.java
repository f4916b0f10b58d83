package com.rechain.dao.platform.cache;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.platform.internal.InternalOnly;
import com.rechain.dao.platform.replica.Versioned;
import com.rechain.dao.platform.time.Micros;
import com.rechain.dao.test.backing.BackingServicesResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "voting"))
class CacheOperationsIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    BackingServices backing;
    @Inject CacheRegistry caches;
    @Inject Warmer warmer;
    @Inject Clock clock;

    @TestHTTPResource(value = "/caches", management = true)
    URI operations;

    private final String name = "trial-" + UUID.randomUUID();
    private final UUID key = UUID.randomUUID();
    private final AtomicInteger loads = new AtomicInteger();
    private TieredCache<UUID, byte[]> cache;

    @BeforeEach
    void declare() {
        cache =
                caches.create(
                        CacheSpec.<UUID, byte[]>named(name)
                                .keyedBy("the id of something", UUID::fromString)
                                .sharing("a byte", Codec.BYTES)
                                .living(Duration.ofMinutes(1))
                                .upTo(100_000)
                                .taggedBy(id -> List.of("trial:" + id, "trials"))
                                .loadedBy((_, _) -> {
                                    loads.incrementAndGet();
                                    return new Versioned<>(
                                            Micros.of(clock.instant()),
                                            Optional.of(new byte[] {1}));
                                })
                                .warmed(10)
                                .build());
    }

    @Test
    void whoDoesNotKnowTheSecretSeesAndDoesNothing() {
        cache.get(key);

        given().get(operations).then().statusCode(401).body("code", equalTo("unauthenticated"));
        given().header(InternalOnly.SECRET_HEADER, "guess")
                .post(operations + "/" + name + "/purge")
                .then()
                .statusCode(401);
        given().post(operations + "/" + name + "/warm").then().statusCode(401);

        cache.get(key);
        assertThat(loads).hasValue(1);
    }

    @Test
    void aCacheIsShownAsItIsDeclaredAndAsItDoes() {
        cache.get(key);
        cache.get(key);

        String at = "caches.find { it.name == '" + name + "' }.";
        operator()
                .get(operations)
                .then()
                .statusCode(200)
                .body("service", equalTo("trial-service"))
                .body("caches.name", hasItem(name))
                .body(at + "declaration.key", equalTo("the id of something"))
                .body(at + "declaration.maximumBytes", equalTo(100_000))
                .body(at + "declaration.shared", equalTo(true))
                .body(at + "size.entries", equalTo(1))
                .body(at + "size.bytes", greaterThan(1))
                .body(at + "reads.hits", equalTo(1))
                .body(at + "reads.misses", equalTo(1))
                .body(at + "reads.loads", equalTo(1))
                .body(at + "reads.hitRatio", equalTo(0.5f));
    }

    @Test
    void whatIsPurgedIsLoadedAgain() {
        cache.get(key);

        purge("?key=" + key, "trial:" + key);
        isLoaded(2);
        purge("?tag=trials", "trials");
        isLoaded(3);
        purge("", "all");
        isLoaded(4);
        purge("?tag=others", "others");
        cache.get(key);
        assertThat(loads).hasValue(4);
    }

    @Test
    void whatIsReadMostIsLoadedBeforeAnybodyAsks() {
        await().atMost(LIMIT).until(this::theKeyIsSeenToBeHot);

        int before = loads.get();
        cache.forgetLocally();
        await().atMost(LIMIT)
                .until(() -> {
                    operator().post(operations + "/" + name + "/warm").then().statusCode(202);
                    return cache.figures(List.of()).size().entries() == 1;
                });

        // After a flush it is loaded from where it comes from, unasked.
        await().atMost(LIMIT)
                .until(() -> {
                    purge("", "all");
                    return loads.get() > before;
                });
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        operator().post(operations + "/nothing/purge").then().statusCode(404);
        operator()
                .post(operations + "/" + name + "/purge?key=nonsense")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("key"));
        operator().post(operations + "/" + name + "/purge?tag=a,b").then().statusCode(400);
        operator().post(operations + "/" + name + "/purge?tag=a&key=" + key).then().statusCode(400);
    }

    private void purge(String parameters, String what) {
        operator()
                .post(operations + "/" + name + "/purge" + parameters)
                .then()
                .statusCode(200)
                .body("cache", equalTo(name))
                .body("what", equalTo(what));
    }

    /** Redis may be slow to answer on a busy machine; what it was not told is lost. */
    private boolean theKeyIsSeenToBeHot() {
        for (int i = 0; i < 2_000; i++) {
            cache.get(key);
        }
        warmer.noteReads();
        return key.toString()
                .equals(
                        operator()
                                .get(operations)
                                .path("caches.find { it.name == '" + name + "' }.hotKeys[0]?.key"));
    }

    private void isLoaded(int times) {
        cache.get(key);
        cache.get(key);
        assertThat(loads).hasValue(times);
    }

    private RequestSpecification operator() {
        return given().header(InternalOnly.SECRET_HEADER, backing.secrets().value("internal"));
    }
}

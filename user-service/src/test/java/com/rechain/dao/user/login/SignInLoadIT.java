package com.rechain.dao.user.login;

import static com.rechain.dao.user.support.Person.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.user.credential.Credentials;
import com.rechain.dao.user.password.Argon2Parameters;
import com.rechain.dao.user.password.HashPool;
import com.rechain.dao.user.password.HashPoolFullException;
import com.rechain.dao.user.password.PasswordHash;
import com.rechain.dao.user.support.Person;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "users"))
class SignInLoadIT {
    private static final String WRONG = "not the difference engine";

    BackingServices backing;

    @Inject HashPool pool;
    @Inject SharedAttempts attempts;
    @Inject MeterRegistry metrics;
    @Inject Credentials credentials;
    @Inject AgroalDataSource primary;

    @Test
    void whoeverGuessesHasToWaitAndOthersDoNot() {
        Person ada = Person.arrives();
        String guesser = Person.anAddress();
        for (int i = 0; i < 10; i++) {
            Person.signIn(ada.email(), WRONG, guesser).then().statusCode(401);
        }

        Response throttled = Person.signIn(ada.email(), PASSWORD, guesser);

        throttled.then().statusCode(429).body("code", equalTo("too-many-requests"));
        assertThat(Integer.parseInt(throttled.header("Retry-After"))).isBetween(1, 900);
        Person.signIn(ada.email(), PASSWORD, ada.address()).then().statusCode(200);
        Person.signIn(Person.newHandle() + "@example.org", WRONG, guesser).then().statusCode(401);
    }

    @Test
    void aGuesserLocksNobodyOut() {
        Person ada = Person.arrives();
        String guesser = Person.anAddress();
        for (int i = 0; i < 10; i++) {
            Person.signIn(ada.email(), WRONG, guesser).then().statusCode(401);
        }

        for (int i = 0; i < 120; i++) {
            Person.signIn(ada.email(), WRONG, guesser).then().statusCode(429);
        }

        Person.signIn(ada.email(), PASSWORD, ada.address()).then().statusCode(200);
        Person.signIn(Person.newHandle() + "@example.org", WRONG, guesser).then().statusCode(401);
    }

    @Test
    void anAddressWithoutAnAccountIsThrottledAlike() {
        String nobody = Person.newHandle() + "@example.org";
        String guesser = Person.anAddress();
        for (int i = 0; i < 10; i++) {
            Person.signIn(nobody, WRONG, guesser).then().statusCode(401);
        }

        Person.signIn(nobody.toUpperCase(Locale.ROOT), WRONG, guesser).then().statusCode(429);
    }

    @Test
    void successForgetsTheFailuresBefore() {
        Person ada = Person.arrives();
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 6; i++) {
                Person.signIn(ada.email(), WRONG, ada.address()).then().statusCode(401);
            }
            Person.signIn(ada.email(), PASSWORD, ada.address()).then().statusCode(200);
        }
    }

    @Test
    void guessingIsCountedWithoutRedisToo() {
        Person ada = Person.arrives();
        String guesser = Person.anAddress();
        backing.redis().kill();
        try {
            for (int i = 0; i < 10; i++) {
                Person.signIn(ada.email(), WRONG, guesser).then().statusCode(401);
            }
            Person.signIn(ada.email(), WRONG, guesser).then().statusCode(429);
            Person.signIn(ada.email(), PASSWORD, ada.address()).then().statusCode(200);
            ada.asks().get("/api/v1/users/me").then().statusCode(200);
        } finally {
            restartRedis();
        }
    }

    @Test
    void aFloodIsTurnedAwayAtOnceAndDoesNotCountAsGuessing() {
        Person ada = Person.arrives();
        CountDownLatch flood = new CountDownLatch(1);
        double before = logins("overloaded");
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> occupied = fill(callers, flood);

            for (int i = 0; i < 12; i++) {
                Person.signIn(ada.email(), PASSWORD, ada.address())
                        .then()
                        .statusCode(429)
                        .header("Retry-After", equalTo("1"))
                        .body("code", equalTo("too-many-requests"));
            }
            Person.register(Person.newHandle(), Person.newHandle() + "@example.org")
                    .then()
                    .statusCode(429);

            flood.countDown();
            occupied.forEach(CompletableFuture::join);
        }
        assertThat(logins("overloaded") - before).isEqualTo(12);
        Person.signIn(ada.email(), PASSWORD, ada.address()).then().statusCode(200);
    }

    @Test
    void whoeverWaitsForTheHashHoldsNoConnection() {
        Person ada = Person.arrives();
        CountDownLatch flood = new CountDownLatch(1);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> occupied = new ArrayList<>();
            occupy(
                    callers,
                    flood,
                    occupied,
                    () -> queued() > 0 && running() + queued() == occupied.size());
            double before = queued();
            CompletableFuture<Response> signIn =
                    CompletableFuture.supplyAsync(
                            () -> Person.signIn(ada.email(), PASSWORD, ada.address()), callers);
            try {
                Awaitility.await().until(() -> queued() > before);

                // Nothing else takes one for long.
                Awaitility.await().until(() -> primary.getMetrics().activeCount() == 0);
                assertThat(signIn).isNotDone();
            } finally {
                flood.countDown();
            }
            signIn.join().then().statusCode(200);
            occupied.forEach(CompletableFuture::join);
        }
    }

    @Test
    void everySignInCostsOneHashWhetherThereIsAnAccountOrNot() {
        Person ada = Person.arrives();

        assertThat(hashesOf(() -> Person.signIn(ada.email(), WRONG, Person.anAddress())))
                .isEqualTo(1);
        assertThat(
                        hashesOf(() ->
                                Person.signIn(
                                        Person.newHandle() + "@example.org",
                                        WRONG,
                                        Person.anAddress())))
                .isEqualTo(1);
        assertThat(hashesOf(() -> Person.signIn(ada.email(), PASSWORD, Person.anAddress())))
                .isEqualTo(1);
    }

    @Test
    void anOutdatedHashIsRenewedAtTheNextSignIn() {
        Person ada = Person.arrives();
        PasswordHash present = credentials.password(ada.id()).orElseThrow();
        PasswordHash weak = weakHash();
        assertThat(credentials.replace(ada.id(), present, weak)).isTrue();

        Person.signIn(ada.email(), PASSWORD, ada.address()).then().statusCode(200);

        PasswordHash renewed = credentials.password(ada.id()).orElseThrow();
        assertThat(renewed.parameters()).isEqualTo(new Argon2Parameters(19_456, 2, 1));
        Person.signIn(ada.email(), PASSWORD, ada.address()).then().statusCode(200);
        assertThat(credentials.password(ada.id())).contains(renewed);
        assertThat(credentials.replace(UUID.randomUUID(), present, weak)).isFalse();
    }

    @Test
    void signInsAreCountedByOutcome() {
        Person ada = Person.arrives();
        double ok = logins("ok");
        double wrong = logins("wrong-credentials");

        Person.signIn(ada.email(), PASSWORD, ada.address());
        Person.signIn(ada.email(), WRONG, ada.address());

        assertThat(logins("ok") - ok).isEqualTo(1);
        assertThat(logins("wrong-credentials") - wrong).isEqualTo(1);
    }

    /** Keeps every place in the pool and in its queue taken until {@code flood} is over. */
    private List<CompletableFuture<Void>> fill(ExecutorService callers, CountDownLatch flood) {
        List<CompletableFuture<Void>> occupied = new ArrayList<>();
        occupy(
                callers,
                flood,
                occupied,
                () -> occupied.stream().anyMatch(CompletableFuture::isCompletedExceptionally));
        occupied.removeIf(CompletableFuture::isCompletedExceptionally);
        assertThatThrownBy(() -> pool.run(() -> "one more"))
                .isInstanceOf(HashPoolFullException.class);
        return occupied;
    }

    private void occupy(
            ExecutorService callers,
            CountDownLatch flood,
            List<CompletableFuture<Void>> occupied,
            BooleanSupplier enough) {
        Awaitility.await()
                .until(() -> {
                    occupied.add(
                            CompletableFuture.runAsync(
                                    () -> pool.run(() -> awaitEnd(flood)), callers));
                    return enough.getAsBoolean();
                });
    }

    private double queued() {
        return metrics.get("dao.passwords.hash.queued").gauge().value();
    }

    private double running() {
        return metrics.get("dao.passwords.hash.running").gauge().value();
    }

    private static String awaitEnd(CountDownLatch flood) {
        try {
            flood.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "";
    }

    private static PasswordHash weakHash() {
        Argon2Parameters weak = new Argon2Parameters(64, 1, 1);
        byte[] salt = new byte[16];
        var generator = new Argon2BytesGenerator();
        generator.init(
                new org.bouncycastle.crypto.params.Argon2Parameters.Builder(
                                org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_id)
                        .withMemoryAsKB(64)
                        .withIterations(1)
                        .withParallelism(1)
                        .withSalt(salt)
                        .build());
        byte[] hash = new byte[32];
        generator.generateBytes(PASSWORD.getBytes(StandardCharsets.UTF_8), hash);
        return new PasswordHash(weak, salt, hash);
    }

    private long hashesOf(Runnable request) {
        long before = metrics.get("dao.passwords.hash").timer().count();
        request.run();
        return metrics.get("dao.passwords.hash").timer().count() - before;
    }

    private double logins(String outcome) {
        return metrics.counter("dao.logins", "outcome", outcome).count();
    }

    private void restartRedis() {
        backing.redis().start();
        backing.redis().awaitReady(Duration.ofSeconds(30));
        List<Rule> any = List.of(new Rule("pair:" + UUID.randomUUID(), 1));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> attempts.add(1, any, Duration.ofMinutes(1)).isPresent());
    }
}

package com.rechain.dao.edge.local;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.rechain.dao.edge.local.CountingOrigin.Answer;
import com.rechain.dao.edge.local.CountingOrigin.Asked;
import com.rechain.dao.platform.http.Caching;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalEdgeIT {
    private static final String IMMUTABLE = "public, max-age=31536000, immutable";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir static Path folder;
    private static CountingOrigin origin;
    private static Nginx edge;

    /** A path of this test alone. */
    private final String proposal = "/api/v1/proposals/" + UUID.randomUUID();

    @BeforeAll
    static void start() throws IOException {
        Optional<Path> program = Nginx.program();
        assumeThat(program)
                .as("The local edge is not tested: that needs nginx (Debian: nginx-light).")
                .isPresent();
        origin = new CountingOrigin();
        edge = Nginx.start(program.orElseThrow(), folder, origin.port());
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (edge != null) {
            edge.close();
            origin.close();
        }
    }

    @Test
    void anAssetIsFetchedOnce() {
        String path = "/assets/app-" + UUID.randomUUID() + ".js";
        origin.answers(path, Answer.of("code", IMMUTABLE));

        HttpResponse<String> first = get(path);
        HttpResponse<String> second = get(path, "Cookie", "a=b", "Authorization", "Bearer x");

        assertThat(cache(first)).isEqualTo("MISS");
        assertThat(cache(second)).isEqualTo("HIT");
        assertThat(second.body()).isEqualTo("code");
        assertThat(second.headers().firstValue("Cache-Control")).contains(IMMUTABLE);
        assertThat(origin.askedFor(path)).hasSize(1);
    }

    @Test
    void anAssetThatIsMissingIsAskedForAgain() {
        String path = "/assets/app-" + UUID.randomUUID() + ".js";
        get(path);

        assertThat(get(path).statusCode()).isEqualTo(404);
        assertThat(origin.askedFor(path)).hasSize(2);
    }

    @Test
    void aPageIsConfirmedByItsTagUntilItChanges() {
        origin.answers("/index.html", Answer.of("one", "no-cache").with("ETag", "\"1\""));
        assertThat(get("/proposals/17").body()).isEqualTo("one");

        HttpResponse<String> same = get("/proposals/17", "If-None-Match", "\"1\"");
        origin.answers("/index.html", Answer.of("two", "no-cache").with("ETag", "\"2\""));
        HttpResponse<String> changed = get("/proposals/17", "If-None-Match", "\"1\"");

        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body()).isEqualTo("two");
        assertThat(changed.headers().firstValue("Cache-Control")).contains("no-cache");
    }

    @Test
    void manyWhoAskAtOnceAreOneRequestToTheOrigin() {
        int many = 20;
        CountDownLatch allAreHere = new CountDownLatch(1);
        // Fresh for so long that nobody who was kept waiting finds it old.
        origin.answers(proposal, Answer.of("open", "public, max-age=3600").after(allAreHere));

        List<CompletableFuture<HttpResponse<String>>> answers =
                IntStream.range(0, many)
                        .mapToObj(i -> CLIENT.sendAsync(request(proposal), BodyHandlers.ofString()))
                        .toList();
        await().atMost(8, SECONDS).until(() -> openConnections() > many);
        allAreHere.countDown();

        assertThat(answers).allSatisfy(one -> assertThat(one.join().body()).isEqualTo("open"));
        assertThat(origin.askedFor(proposal)).hasSize(1);
    }

    @Test
    void whileAPublicAnswerIsAskedForAgainTheOldOneIsHandedOut() {
        origin.answers(proposal, Answer.of("old", Caching.FOR_EVERYONE).with("ETag", "\"1\""));
        assertThat(get(proposal).body()).isEqualTo("old");
        CountDownLatch slow = new CountDownLatch(1);
        origin.answers(
                proposal, Answer.of("new", Caching.FOR_EVERYONE).with("ETag", "\"2\"").after(slow));

        HttpResponse<String> stale =
                await().until(() -> get(proposal), answer -> cache(answer).equals("STALE"));

        assertThat(stale.body()).isEqualTo("old");
        await().until(() -> origin.askedFor(proposal).size() == 2);
        assertThat(get(proposal).body()).isEqualTo("old");
        slow.countDown();
        await().until(() -> get(proposal).body().equals("new"));
    }

    @Test
    void whatHasNotChangedIsConfirmedByItsTagAndNotSentAgain() {
        origin.answers(proposal, Answer.of("same", Caching.FOR_EVERYONE).with("ETag", "\"1\""));
        get(proposal);

        await().until(() -> get(proposal), answer -> cache(answer).equals("STALE"));

        await().until(() -> origin.askedFor(proposal).size() == 2);
        assertThat(origin.askedFor(proposal).getLast().header("If-none-match")).isEqualTo("\"1\"");
        await().until(() -> get(proposal), answer -> cache(answer).equals("HIT"));
    }

    @Test
    void anOldPublicAnswerBridgesAnOutage() {
        String briefly = "public, max-age=0, s-maxage=1, stale-if-error=300";
        assertThat(Caching.FOR_EVERYONE).contains("stale-if-error=300");
        origin.answers(proposal, Answer.of("old", briefly));
        get(proposal);
        origin.answers(proposal, Answer.of("", "no-store").status(CountingOrigin.GONE));

        await().until(() -> cache(get(proposal)).equals("STALE"));

        assertThat(get(proposal).statusCode()).isEqualTo(200);
        assertThat(get(proposal).body()).isEqualTo("old");
    }

    @Test
    void whoeverIsSignedInNeitherGetsNorLeavesAnAnswerInTheCache() {
        String forever = "public, max-age=3600";
        origin.answers(proposal, Answer.of("hers", forever));
        HttpResponse<String> first = get(proposal, "Authorization", "Bearer ada");
        origin.answers(proposal, Answer.of("everybody's", forever));
        HttpResponse<String> anonymous = get(proposal);
        origin.answers(proposal, Answer.of("his", forever));
        HttpResponse<String> second = get(proposal, "Authorization", "Bearer charles");

        assertThat(first.body()).isEqualTo("hers");
        assertThat(anonymous.body()).isEqualTo("everybody's");
        assertThat(cache(anonymous)).isEqualTo("MISS");
        assertThat(second.body()).isEqualTo("his");
        assertThat(cache(second)).isEqualTo("BYPASS");
        assertThat(get(proposal).body()).isEqualTo("everybody's");
        assertThat(cache(get(proposal))).isEqualTo("HIT");
    }

    @Test
    void whoeverHasWrittenReadsWhatWasWritten() {
        origin.answers(proposal, Answer.of("before", "public, max-age=3600"));
        get(proposal);
        origin.answers(proposal, Answer.of("after", "public, max-age=3600"));

        assertThat(get(proposal, "Freshness-Token", "proposal-service=17").body())
                .isEqualTo("after");
        assertThat(get(proposal).body()).isEqualTo("before");
    }

    @Test
    void whatIsAskedForIsPartOfTheKey() {
        origin.answers(proposal + "?limit=1", Answer.of("one", Caching.FOR_EVERYONE));
        origin.answers(proposal + "?limit=2", Answer.of("two", Caching.FOR_EVERYONE));

        assertThat(get(proposal + "?limit=1").body()).isEqualTo("one");
        assertThat(get(proposal + "?limit=2").body()).isEqualTo("two");
    }

    @ParameterizedTest
    @ValueSource(strings = {Caching.FOR_THE_CALLER, Caching.FOR_NOBODY, "no-store"})
    void whatIsNotPublicIsNotKept(String cacheControl) {
        origin.answers(proposal, Answer.of("mine", cacheControl));

        assertThat(cache(get(proposal))).isEqualTo("MISS");
        assertThat(cache(get(proposal))).isEqualTo("MISS");
        assertThat(origin.askedFor(proposal)).hasSize(2);
    }

    @Test
    void anAnswerThatSaysNothingIsNotKept() {
        origin.answers(proposal, new Answer(200, "?", Map.of(), new CountDownLatch(0)));

        get(proposal);

        assertThat(cache(get(proposal))).isEqualTo("MISS");
    }

    @Test
    void anAnswerThatSetsACookieIsNotKept() {
        origin.answers(
                proposal, Answer.of("signed in", "public, max-age=3600").with("Set-Cookie", "a=b"));
        get(proposal);

        assertThat(cache(get(proposal))).isEqualTo("MISS");
        assertThat(origin.askedFor(proposal)).hasSize(2);
    }

    @Test
    void noCookieReachesTheOriginWhereAnswersAreKept() {
        origin.answers(proposal, Answer.of("open", Caching.FOR_EVERYONE));

        get(proposal, "Cookie", "session=1");

        assertThat(origin.askedFor(proposal))
                .extracting(asked -> asked.header("Cookie"))
                .containsOnlyNulls()
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/auth/sessions",
                "/api/v1/users/me",
                "/api/v1/users/me/x.css",
                "/api/v1/proposals/1/ballot",
                "/api/v1/proposals/1/ballot/x.js",
                "/api/v1/proposals/1/stream",
                "/api/v1/spaces/1/weights",
                "/api/v1/uploads",
                "/api/v1/uploads/1",
                "/api/v1/proposals/1/attachments/2",
                "/health"
            })
    void whatIsPrivateOrUploadedIsNeverKeptEvenIfItsAnswerSaysItMay(String path) {
        origin.answers(path, Answer.of("private", IMMUTABLE));

        get(path);
        HttpResponse<String> second = get(path, "Cookie", "session=1");

        assertThat(second.headers().firstValue("X-Cache")).isEmpty();
        assertThat(origin.askedFor(path))
                .extracting(asked -> asked.header("Cookie"))
                .containsExactly(null, "session=1");
    }

    @ParameterizedTest
    @CsvSource({"POST,/api/v1/uploads/parts", "PUT,/api/v1/proposals/2", "PATCH,/api/v1/spaces/2"})
    void whatIsSentReachesTheOriginEachTime(String method, String path) throws Exception {
        origin.answers(path, Answer.of("taken", IMMUTABLE));
        HttpRequest request =
                HttpRequest.newBuilder(edge.at(path))
                        .method(method, BodyPublishers.ofString("content"))
                        .build();

        CLIENT.send(request, BodyHandlers.ofString());
        CLIENT.send(request, BodyHandlers.ofString());

        assertThat(origin.askedFor(path)).extracting(Asked::method).containsExactly(method, method);
    }

    @Test
    void anImageHasThreeVariantsThatDoNotMix() {
        String image = "/images/" + UUID.randomUUID() + "/640";
        for (String format : List.of("avif", "webp", "jpeg")) {
            origin.answers(image + "." + format, Answer.of(format, IMMUTABLE));
        }
        String chrome = "image/avif,image/webp,*/*;q=0.8";
        String older = "image/webp,*/*";

        for (String cache : List.of("MISS", "HIT")) {
            assertThat(imageFor(image, chrome)).isEqualTo("avif " + cache);
            assertThat(imageFor(image, older)).isEqualTo("webp " + cache);
            assertThat(imageFor(image, "*/*")).isEqualTo("jpeg " + cache);
        }
        // Another wording of the same wish is the same variant.
        assertThat(imageFor(image, "image/avif")).isEqualTo("avif HIT");
        assertThat(imageFor(image, "image/avif;q=0, image/webp")).isEqualTo("webp HIT");
        assertThat(get(image, "Accept", older).headers().firstValue("Vary")).contains("Accept");
    }

    private String imageFor(String path, String accept) {
        HttpResponse<String> answer = get(path, "Accept", accept);
        return answer.body() + " " + cache(answer);
    }

    private static String cache(HttpResponse<String> answer) {
        return answer.headers().firstValue("X-Cache").orElse("none");
    }

    private static int openConnections() {
        Matcher status =
                Pattern.compile("Active connections: (\\d+)").matcher(get("/nginx-status").body());
        assertThat(status.find()).isTrue();
        return Integer.parseInt(status.group(1));
    }

    private static HttpResponse<String> get(String path, String... headers) {
        try {
            return CLIENT.send(request(path, headers), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(edge.at(path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request.build();
    }
}

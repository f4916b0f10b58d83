package com.rechain.dao.platform.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rechain.dao.platform.http.Created;
import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.ProblemException;
import com.rechain.dao.platform.trial.Notes;
import com.rechain.dao.test.backing.BackingServicesResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "voting"))
class IdempotencyKeysIT {
    private static final UUID SCOPE = Ids.next();

    @Inject IdempotencyKeys keys;
    @Inject Notes notes;

    private final UUID caller = Ids.next();
    private final AtomicInteger executed = new AtomicInteger();

    @Test
    void theSameRequestAgainGetsTheSameAnswerByteForByte() {
        UUID note = Ids.next();

        Response first = keys.once(request("k", "body"), () -> created(note));
        Response again = keys.once(request("k", "body"), () -> created(note));

        assertThat(executed).hasValue(1);
        assertThat(again.getStatus()).isEqualTo(201);
        assertThat(again.getEntity()).isEqualTo(first.getEntity());
        assertThat(first.getHeaderString("Location")).isEqualTo("/notes/" + note);
        assertThat(again.getHeaderString("Location")).isEqualTo(first.getHeaderString("Location"));
        assertThat(first.getHeaderString("Idempotency-Replayed")).isNull();
        assertThat(again.getHeaderString("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.getMediaType()).isEqualTo(first.getMediaType());
    }

    @Test
    void twentyAtOnceExecuteOnceAndAllGetTheSameAnswer() throws Exception {
        UUID note = Ids.next();

        List<Response> answers =
                atOnce(20, () -> keys.once(request("k", "body"), () -> created(note)));

        assertThat(executed).hasValue(1);
        assertThat(answers).extracting(Response::getStatus).containsOnly(201);
        assertThat(answers)
                .extracting(Response::getEntity)
                .containsOnly(answers.getFirst().getEntity());
        assertThat(answers)
                .filteredOn(answer -> answer.getHeaderString("Idempotency-Replayed") == null)
                .hasSize(1);
    }

    @Test
    void whenTheFirstOfManyFailsAnotherTakesItsPlace() throws Exception {
        UUID note = Ids.next();

        List<Response> answers =
                atOnce(
                        6,
                        () ->
                                keys.once(
                                        request("k", "body"),
                                        () ->
                                                executed.incrementAndGet() <= 2
                                                        ? Response.status(409).build()
                                                        : created(note)));

        assertThat(answers).extracting(Response::getStatus).containsOnly(409, 201);
        assertThat(answers).filteredOn(answer -> answer.getStatus() == 409).hasSize(2);
        assertThat(notes.title(note)).contains("x");
    }

    @Test
    void theSameKeyWithAnotherRequestIsRefused() {
        keys.once(request("k", "body"), () -> created(Ids.next()));

        Response other = keys.once(request("k", "other body"), () -> created(Ids.next()));

        assertThat(other.getStatus()).isEqualTo(422);
        assertThat(new String((byte[]) other.getEntity(), UTF_8))
                .contains("\"code\":\"idempotency-key-reused\"");
        assertThat(executed).hasValue(1);
    }

    @Test
    void theSameKeyOfAnotherCallerOrScopeIsAnotherKey() {
        keys.once(request("k", "body"), () -> created(Ids.next()));
        keys.once(
                IdempotentRequest.of(SCOPE, Ids.next(), "k", "POST /notes", "body"),
                () -> created(Ids.next()));
        keys.once(
                IdempotentRequest.of(Ids.next(), caller, "k", "POST /notes", "body"),
                () -> created(Ids.next()));

        assertThat(executed).hasValue(3);
    }

    @Test
    void withoutAKeyEveryRequestIsExecuted() {
        keys.once(request(null, "body"), () -> created(Ids.next()));
        keys.once(request(null, "body"), () -> created(Ids.next()));

        assertThat(executed).hasValue(2);
    }

    @Test
    void anAnswerThatIsNoSuccessLeavesNothingBehind() {
        UUID note = Ids.next();

        Response refused =
                keys.once(
                        request("k", "body"),
                        () -> {
                            notes.add(note, "x");
                            return Response.status(409).entity("no").build();
                        });
        Response corrected = keys.once(request("k", "corrected body"), () -> created(Ids.next()));

        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(refused.getEntity()).isEqualTo("no");
        assertThat(notes.title(note)).isEmpty();
        assertThat(corrected.getStatus()).isEqualTo(201);
    }

    @Test
    void anActionThatThrowsLeavesNothingBehind() {
        UUID note = Ids.next();

        assertThatThrownBy(() ->
                        keys.once(
                                request("k", "body"),
                                () -> {
                                    notes.add(note, "x");
                                    throw new ProblemException(
                                            PlatformProblem.STATE_CONFLICT.with("no"));
                                }))
                .isInstanceOf(ProblemException.class);
        keys.once(request("k", "body"), () -> created(Ids.next()));

        assertThat(notes.title(note)).isEmpty();
        assertThat(executed).hasValue(1);
    }

    @Test
    void bodiesThatAreJsonAlreadyStayAsTheyAre() {
        String json = "{\"receipt\":\"ä\"}";
        keys.once(request("text", "b"), () -> Response.ok(json).build());
        keys.once(request("bytes", "b"), () -> Response.ok(json.getBytes(UTF_8)).build());
        keys.once(request("none", "b"), () -> Response.noContent().build());

        assertThat(replay("text").getEntity()).isEqualTo(json);
        assertThat(replay("bytes").getEntity()).isEqualTo(json);
        assertThat(replay("none").getStatus()).isEqualTo(204);
        assertThat(replay("none").hasEntity()).isFalse();
    }

    private Response replay(String key) {
        return keys.once(
                request(key, "b"),
                () -> {
                    throw new AssertionError("executed again");
                });
    }

    private Response created(UUID note) {
        executed.incrementAndGet();
        notes.add(note, "x");
        return Created.at("/notes/" + note)
                .entity(Map.of("id", note, "made", System.nanoTime()))
                .build();
    }

    private IdempotentRequest request(String key, Object body) {
        return IdempotentRequest.of(SCOPE, caller, key, "POST /notes", body);
    }

    private static <T> List<T> atOnce(int many, Callable<T> task) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> results =
                    Stream.generate(() ->
                                    threads.submit(() -> {
                                        start.await();
                                        return task.call();
                                    }))
                            .limit(many)
                            .toList();
            start.countDown();
            List<T> values = new java.util.ArrayList<>();
            for (Future<T> result : results) {
                values.add(result.get());
            }
            return values;
        }
    }
}

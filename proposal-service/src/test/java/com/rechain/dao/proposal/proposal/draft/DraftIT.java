package com.rechain.dao.proposal.proposal.draft;

import static com.rechain.dao.proposal.Fixture.PROPOSAL;
import static com.rechain.dao.proposal.Fixture.PROPOSALS;
import static com.rechain.dao.proposal.Fixture.aDraft;
import static com.rechain.dao.proposal.Fixture.aPublished;
import static com.rechain.dao.proposal.Fixture.as;
import static com.rechain.dao.proposal.Fixture.choiceDraft;
import static com.rechain.dao.proposal.Fixture.draft;
import static com.rechain.dao.proposal.Fixture.now;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.fake.FakeSpace;
import com.rechain.dao.test.fake.FakeUserService;
import com.rechain.dao.test.fake.FakeUserServiceResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "proposals"))
@WithTestResource(FakeUserServiceResource.class)
class DraftIT {
    FakeUserService users;

    @Test
    void aMemberWritesADraftThatOnlyTheySee() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID other = space.aMember(5);

        String id =
                as(author)
                        .body(draft(space.id()))
                        .post(PROPOSALS)
                        .then()
                        .statusCode(201)
                        .header("ETag", equalTo("\"0-draft\""))
                        .header("Location", matchesPattern("/api/v1/proposals/[0-9a-f-]{36}"))
                        .header("Freshness-Token", matchesPattern("proposal-service=\\d{16}"))
                        .body("state", equalTo("DRAFT"))
                        .body("number", equalTo(1))
                        .body("authorId", equalTo(author.toString()))
                        .body("spaceId", equalTo(space.id().toString()))
                        .body("choices", equalTo(List.of("For", "Against", "Abstain")))
                        .body("labels", hasSize(0))
                        .body("rules", nullValue())
                        .body("startsAt", nullValue())
                        .body("revision", equalTo(1))
                        .body("version", equalTo(0))
                        .extract()
                        .path("id");

        as(author)
                .header("Freshness-Token", now())
                .get(PROPOSAL, id)
                .then()
                .statusCode(200)
                .body("id", equalTo(id));
        as(other)
                .header("Freshness-Token", now())
                .get(PROPOSAL, id)
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        given().get(PROPOSAL, id).then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void whoIsNotAMemberWritesNothing() {
        FakeSpace open = users.aSpace("PUBLIC");
        FakeSpace closed = users.aSpace("PRIVATE");
        UUID stranger = UUID.randomUUID();

        as(stranger)
                .body(draft(open.id()))
                .post(PROPOSALS)
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
        as(stranger)
                .body(draft(closed.id()))
                .post(PROPOSALS)
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        as(stranger).body(draft(UUID.randomUUID())).post(PROPOSALS).then().statusCode(404);
        given().contentType("application/json")
                .body(draft(open.id()))
                .post(PROPOSALS)
                .then()
                .statusCode(401);
    }

    @Test
    void withoutAnAnswerAboutTheMembershipNothingIsWritten() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        aDraft(space.id(), author);

        users.goAway();
        try {
            as(author)
                    .body(draft(space.id()))
                    .post(PROPOSALS)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", equalTo("1"))
                    .body("code", equalTo("membership-unknown"));
        } finally {
            users.comeBack();
        }

        as(author)
                .header("Freshness-Token", now())
                .get(PROPOSALS + "?authorId=me&spaceId=" + space.id())
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    @Test
    void anEditReplacesWhatItNamesAndKeepsTheWordingBefore() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID id = aDraft(space.id(), author);

        as(author)
                .header("If-Match", "\"0-draft\"")
                .body(
                        Map.of(
                                "title",
                                "Fund the harbour library's roof",
                                "labels",
                                List.of("Money", "harbour"),
                                "rules",
                                Map.of("changeOfVote", "NONE")))
                .patch(PROPOSAL, id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1-draft\""))
                .body("title", equalTo("Fund the harbour library's roof"))
                .body("labels", equalTo(List.of("money", "harbour")))
                .body("rules.changeOfVote", equalTo("NONE"))
                .body("revision", equalTo(2));
        as(author)
                .header("If-Match", "\"1-draft\"")
                .contentType("application/merge-patch+json")
                .body("{\"labels\":null,\"rules\":null}")
                .patch(PROPOSAL, id)
                .then()
                .statusCode(200)
                .body("labels", hasSize(0))
                .body("rules", nullValue());

        as(author)
                .header("Freshness-Token", now())
                .get(PROPOSAL + "/versions?limit=2", id)
                .then()
                .statusCode(200)
                .body("items.revision", equalTo(List.of(3, 2)))
                .body("items[1].content.labels", equalTo(List.of("money", "harbour")))
                .body("items[0].content.title", equalTo("Fund the harbour library's roof"))
                .body("items[0].published", equalTo(false));
    }

    @Test
    void anEditNeedsThePresentVersion() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID id = aDraft(space.id(), author);
        Map<String, String> patch = Map.of("title", "A title that is long enough");

        as(author)
                .body(patch)
                .patch(PROPOSAL, id)
                .then()
                .statusCode(428)
                .body("code", equalTo("precondition-required"));
        as(author)
                .header("If-Match", "\"7-draft\"")
                .body(patch)
                .patch(PROPOSAL, id)
                .then()
                .statusCode(412)
                .body("code", equalTo("precondition-failed"))
                .body("etag", equalTo("\"0-draft\""));
        as(author)
                .header("If-Match", "W/\"0-draft\"")
                .body(patch)
                .patch(PROPOSAL, id)
                .then()
                .statusCode(412);
        as(author).header("If-Match", "*").body(patch).patch(PROPOSAL, id).then().statusCode(200);
    }

    @Test
    void ofManyEditsOfOneVersionExactlyOneIsTaken() throws Exception {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID id = aDraft(space.id(), author);

        List<Integer> statuses =
                inParallel(
                                12,
                                i ->
                                        as(author)
                                                .header("If-Match", "\"0-draft\"")
                                                .body(
                                                        Map.of(
                                                                "title",
                                                                "Title of the writer number " + i))
                                                .patch(PROPOSAL, id))
                        .stream()
                        .map(Response::statusCode)
                        .toList();

        assertThat(statuses).containsOnlyOnce(200).hasSize(12);
        assertThat(statuses.stream().filter(status -> status == 412)).hasSize(11);
        as(author)
                .header("Freshness-Token", now())
                .get(PROPOSAL, id)
                .then()
                .body("version", equalTo(1));
    }

    @Test
    void numbersOfASpaceAreGivenOnceAndWithoutGaps() throws Exception {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        aDraft(space.id(), author);

        List<Long> numbers =
                inParallel(20, _ -> as(author).body(draft(space.id())).post(PROPOSALS)).stream()
                        .map(response ->
                                response.then()
                                        .statusCode(201)
                                        .extract()
                                        .jsonPath()
                                        .getLong("number"))
                        .sorted()
                        .toList();

        assertThat(numbers).isEqualTo(LongStream.rangeClosed(2, 21).boxed().toList());
    }

    @Test
    void aDraftIsSomebodyElsesBusinessInNoWay() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID other = space.aMember("OWNER", 5);
        UUID id = aDraft(space.id(), author);

        as(other)
                .header("If-Match", "*")
                .body(Map.of("title", "Taken over by me"))
                .patch(PROPOSAL, id)
                .then()
                .statusCode(404);
        as(other).delete(PROPOSAL, id).then().statusCode(404);
        as(other).post(PROPOSAL + "/publish", id).then().statusCode(404);
        as(other).get(PROPOSAL + "/versions", id).then().statusCode(404);
        as(other).get(PROPOSAL + "/rules", id).then().statusCode(404);
        as(other).get(PROPOSAL + "/comments", id).then().statusCode(404);
    }

    @Test
    void whatIsPublishedIsRewrittenByNobody() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID id = aPublished(space.id(), author);
        Map<String, String> patch = Map.of("title", "A title that is long enough");

        as(author)
                .header("If-Match", "*")
                .body(patch)
                .patch(PROPOSAL, id)
                .then()
                .statusCode(409)
                .body("code", equalTo("state-conflict"))
                .body("state", equalTo("PENDING"));
        as(author).delete(PROPOSAL, id).then().statusCode(409);
        as(space.aMember(5))
                .header("If-Match", "*")
                .body(patch)
                .patch(PROPOSAL, id)
                .then()
                .statusCode(403);
    }

    @Test
    void aDiscardedDraftIsGone() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID id = aDraft(space.id(), author);

        as(author).header("If-Match", "\"9-draft\"").delete(PROPOSAL, id).then().statusCode(412);
        as(author).header("If-Match", "\"0-draft\"").delete(PROPOSAL, id).then().statusCode(204);

        as(author).header("Freshness-Token", now()).get(PROPOSAL, id).then().statusCode(404);
        as(author).delete(PROPOSAL, id).then().statusCode(404);
    }

    @Test
    void aRepeatedRequestWithItsKeyWritesOnce() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        Map<String, Object> draft = choiceDraft(space.id());
        String key = "draft-" + UUID.randomUUID();

        Response first = as(author).header("Idempotency-Key", key).body(draft).post(PROPOSALS);
        Response again = as(author).header("Idempotency-Key", key).body(draft).post(PROPOSALS);
        draft.put("title", "Another title altogether");
        Response changed = as(author).header("Idempotency-Key", key).body(draft).post(PROPOSALS);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.asString()).isEqualTo(first.asString());
        changed.then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
        as(author)
                .header("Freshness-Token", now())
                .get(PROPOSALS + "?authorId=me&spaceId=" + space.id())
                .then()
                .body("items", hasSize(1));
    }

    private interface Call {
        Response make(int i);
    }

    private static List<Response> inParallel(int count, Call call) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Response>> calls = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                calls.add(() -> call.make(number));
            }
            List<Response> responses = new ArrayList<>();
            for (Future<Response> answer : threads.invokeAll(calls)) {
                responses.add(answer.get());
            }
            return responses;
        }
    }
}

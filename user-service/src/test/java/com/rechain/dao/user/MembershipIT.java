package com.rechain.dao.user;

import static com.rechain.dao.user.support.Fresh.fresh;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.user.support.Person;
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
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "users"))
class MembershipIT {
    BackingServices backing;

    @Test
    void joiningGivesWeightOneAndJoiningAgainChangesNothing() {
        Person ada = Person.arrives();
        Person charles = Person.arrives();
        UUID space = ada.founds("PUBLIC");

        charles.joins(space)
                .then()
                .statusCode(201)
                .body("role", equalTo("MEMBER"))
                .body("weight", equalTo("1"))
                .body("handle", equalTo(charles.handle()));
        charles.joins(space).then().statusCode(200).body("weight", equalTo("1"));
        member(space, charles)
                .then()
                .statusCode(200)
                .body("role", equalTo("MEMBER"))
                .body("weight", equalTo("1"));
    }

    @Test
    void leavingEndsTheWeightAndComingBackBeginsAnew() {
        Person ada = Person.arrives();
        Person charles = Person.arrives();
        UUID space = ada.founds("PUBLIC");
        charles.joins(space);
        ada.puts(space, charles, Map.of("role", "AUTHOR", "weight", "77")).then().statusCode(200);

        charles.asks().post("/api/v1/spaces/{id}/leave", space).then().statusCode(204);
        charles.asks().post("/api/v1/spaces/{id}/leave", space).then().statusCode(204);

        member(space, charles).then().statusCode(404);
        fresh().get("/api/v1/spaces/{id}/members", space).then().body("items", hasSize(1));
        charles.joins(space)
                .then()
                .statusCode(201)
                .body("role", equalTo("MEMBER"))
                .body("weight", equalTo("1"));
    }

    @Test
    void theFounderIsOwnerWithWeightOneAndCannotLeaveAlone() {
        Person ada = Person.arrives();
        UUID space = ada.founds("PUBLIC");

        member(space, ada).then().body("role", equalTo("OWNER")).body("weight", equalTo("1"));
        ada.asks()
                .post("/api/v1/spaces/{id}/leave", space)
                .then()
                .statusCode(409)
                .body("code", equalTo("last-owner"));
        ada.puts(space, ada, Map.of("role", "MEMBER"))
                .then()
                .statusCode(409)
                .body("code", equalTo("last-owner"));
    }

    @Test
    void ofTwoOwnersWhoLeaveAtOnceOneStays() throws Exception {
        for (int round = 0; round < 10; round++) {
            Person ada = Person.arrives();
            Person charles = Person.arrives();
            UUID space = ada.founds("PUBLIC");
            ada.puts(space, charles, Map.of("role", "OWNER")).then().statusCode(201);

            List<Integer> statuses =
                    together(
                            () -> ada.asks().post("/api/v1/spaces/{id}/leave", space).statusCode(),
                            () ->
                                    charles.puts(space, charles, Map.of("role", "MEMBER"))
                                            .statusCode());

            assertThat(statuses).contains(409).containsAnyOf(204, 200);
            assertThat(owners(space)).isEqualTo(1);
        }
    }

    @Test
    void whoeverJoinsManyTimesAtOnceIsAMemberOnce() throws Exception {
        Person charles = Person.arrives();
        UUID space = Person.arrives().founds("PUBLIC");
        Callable<Integer> join = () -> charles.joins(space).statusCode();

        List<Integer> statuses = together(join, join, join, join, join, join, join, join);

        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(1);
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(7);
        fresh().get("/api/v1/spaces/{id}/members", space).then().body("items", hasSize(2));
    }

    @Test
    void rolesAreGivenOnlyByThoseWhoMay() {
        Person owner = Person.arrives();
        Person admin = Person.arrives();
        Person admin2 = Person.arrives();
        Person member = Person.arrives();
        Person stranger = Person.arrives();
        UUID space = owner.founds("PUBLIC");
        owner.puts(space, admin, Map.of("role", "ADMIN")).then().statusCode(201);
        owner.puts(space, admin2, Map.of("role", "ADMIN")).then().statusCode(201);
        member.joins(space);

        admin.puts(space, member, Map.of("role", "MODERATOR", "weight", "5"))
                .then()
                .statusCode(200);
        admin.puts(space, member, Map.of("role", "ADMIN"))
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
        admin.puts(space, member, Map.of("role", "GUARDIAN")).then().statusCode(403);
        admin.puts(space, admin, Map.of("weight", "1000")).then().statusCode(403);
        admin.puts(space, admin2, Map.of("role", "MEMBER")).then().statusCode(403);
        admin.puts(space, owner, Map.of("weight", "0")).then().statusCode(403);
        admin.puts(space, stranger, Map.of("role", "OWNER")).then().statusCode(403);
        member.puts(space, member, Map.of("weight", "1000")).then().statusCode(403);
        stranger.puts(space, stranger, Map.of("role", "MEMBER")).then().statusCode(403);
        owner.puts(space, member, Map.of("role", "GUARDIAN")).then().statusCode(200);
        admin.puts(space, member, Map.of("weight", "6")).then().statusCode(403);

        member(space, member).then().body("role", equalTo("GUARDIAN")).body("weight", equalTo("5"));
        member(space, admin).then().body("weight", equalTo("1"));
    }

    @Test
    void nobodyWhoDoesNotExistBecomesAMember() {
        Person owner = Person.arrives();
        UUID space = owner.founds("PUBLIC");

        owner.sends(Map.of("role", "MEMBER"))
                .put("/api/v1/spaces/{space}/members/{user}", space, UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void weightsHaveUpTo38DigitsAndStayExact() {
        Person owner = Person.arrives();
        UUID space = owner.founds("PUBLIC");
        String largest = "9".repeat(38);

        owner.puts(space, owner, Map.of("weight", largest))
                .then()
                .statusCode(200)
                .body("weight", equalTo(largest));
        for (String wrong : List.of("9".repeat(39), "-1", "1.0", "1e3", "01", "", " 1")) {
            owner.puts(space, owner, Map.of("weight", wrong))
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo("weight"));
        }
        member(space, owner).then().body("weight", equalTo(largest));
    }

    @Test
    void membersArePagedById() {
        Person owner = Person.arrives();
        UUID space = owner.founds("PUBLIC");
        for (int i = 0; i < 4; i++) {
            Person.arrives().joins(space);
        }
        Response first = fresh(owner.asks()).get("/api/v1/spaces/{id}/members?limit=3", space);
        first.then().body("items", hasSize(3));

        Response second =
                fresh(owner.asks())
                        .queryParam("cursor", first.<String>path("nextCursor"))
                        .get("/api/v1/spaces/{id}/members?limit=3", space);

        second.then().body("items", hasSize(2)).body("nextCursor", equalTo(null));
        List<String> all = new ArrayList<>(first.<List<String>>path("items.userId"));
        all.addAll(second.<List<String>>path("items.userId"));
        assertThat(all).doesNotHaveDuplicates().isSorted();
    }

    private int owners(UUID space) {
        return fresh().get("/api/v1/spaces/{id}/members", space)
                .path("items.findAll { it.role == 'OWNER' }.size()");
    }

    private Response member(UUID space, Person person) {
        return given().header("Dao-Internal-Secret", backing.secrets().value("internal"))
                .get("/internal/v1/spaces/{space}/members/{user}", space, person.id());
    }

    @SafeVarargs
    private static <T> List<T> together(Callable<T>... work) throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : callers.invokeAll(List.of(work))) {
                results.add(future.get());
            }
            return results;
        }
    }
}

package com.rechain.dao.user;

import static com.rechain.dao.user.support.Fresh.fresh;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.user.support.Person;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "users"))
class SpaceIT {
    @Test
    void aSpaceIsFoundByIdAndBySlugAndListed() {
        Person ada = Person.arrives();
        String slug = Person.newHandle();
        Response founded =
                ada.sends(
                                Map.of(
                                        "slug",
                                        slug.toUpperCase(Locale.ROOT),
                                        "name",
                                        "Looms",
                                        "about",
                                        "We weave."))
                        .post("/api/v1/spaces");
        founded.then()
                .statusCode(201)
                .header("ETag", equalTo("\"0\""))
                .body("slug", equalTo(slug))
                .body("visibility", equalTo("PUBLIC"));
        String id = founded.path("id");
        assertThat(founded.header("Location")).isEqualTo("/api/v1/spaces/" + id);
        String fresh = founded.header("Freshness-Token");

        given().header("Freshness-Token", fresh)
                .get("/api/v1/spaces/{id}", id)
                .then()
                .body("about", equalTo("We weave."));
        given().header("Freshness-Token", fresh)
                .get("/api/v1/spaces/{slug}", slug)
                .then()
                .body("id", equalTo(id));
        given().header("Freshness-Token", fresh)
                .get("/api/v1/spaces")
                .then()
                .body("items.id", hasItem(id));
    }

    @Test
    void aSlugBelongsToOneSpace() {
        Person ada = Person.arrives();
        Map<String, String> space = Map.of("slug", Person.newHandle(), "name", "Looms");
        ada.sends(space).post("/api/v1/spaces").then().statusCode(201);

        ada.sends(space)
                .post("/api/v1/spaces")
                .then()
                .statusCode(409)
                .body("code", equalTo("slug-taken"))
                .body("errors[0].field", equalTo("slug"));
    }

    @Test
    void foundingUnderOneKeyFoundsOnce() {
        Person ada = Person.arrives();
        Map<String, String> space = Map.of("slug", Person.newHandle(), "name", "Looms");
        String key = UUID.randomUUID().toString();

        Response first = ada.sends(space).header("Idempotency-Key", key).post("/api/v1/spaces");
        Response again = ada.sends(space).header("Idempotency-Key", key).post("/api/v1/spaces");

        first.then().statusCode(201);
        again.then().statusCode(201).header("Idempotency-Replayed", equalTo("true"));
        assertThat(again.asString()).isEqualTo(first.asString());
        ada.sends(Map.of("slug", Person.newHandle(), "name", "Looms"))
                .header("Idempotency-Key", key)
                .post("/api/v1/spaces")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void aPrivateSpaceDoesNotExistForOthers() {
        Person ada = Person.arrives();
        Person eve = Person.arrives();
        UUID space = ada.founds("PRIVATE");
        String path = "/api/v1/spaces/" + space;

        fresh(ada.asks()).get(path).then().statusCode(200);
        fresh().get(path).then().statusCode(404);
        fresh(eve.asks()).get(path).then().statusCode(404);
        fresh(eve.asks()).get(path + "/members").then().statusCode(404);
        fresh(eve.asks()).get(path + "/power/" + ada.id()).then().statusCode(404);
        eve.asks().post(path + "/join").then().statusCode(404);
        eve.asks().post(path + "/leave").then().statusCode(404);
        eve.sends(Map.of("name", "Mine"))
                .header("If-Match", "*")
                .patch(path)
                .then()
                .statusCode(404);
        eve.puts(space, eve, Map.of("role", "OWNER")).then().statusCode(404);
        eve.asks()
                .contentType("text/csv")
                .body("userId,weight\n" + eve.id() + ",9\n")
                .post(path + "/weights")
                .then()
                .statusCode(404);
        fresh().get("/api/v1/spaces?limit=100")
                .then()
                .body("items.id", not(hasItem(space.toString())));

        ada.puts(space, eve, Map.of("weight", "3"))
                .then()
                .statusCode(201)
                .body("role", equalTo("MEMBER"));
        Awaitility.await()
                .untilAsserted(() ->
                        eve.asks()
                                .get(path + "/members")
                                .then()
                                .statusCode(200)
                                .body("items", hasSize(2)));
    }

    @Test
    void anUnlistedSpaceIsOpenToWhoeverKnowsItsAddress() {
        Person ada = Person.arrives();
        UUID space = ada.founds("UNLISTED");

        given().get("/api/v1/spaces/{id}", space).then().statusCode(200);
        fresh().get("/api/v1/spaces?limit=100")
                .then()
                .body("items.id", not(hasItem(space.toString())));
        Person.arrives().joins(space).then().statusCode(201);
    }

    @Test
    void onlyStewardsChangeASpaceAndOnlyTheVersionTheyHaveRead() {
        Person ada = Person.arrives();
        Person charles = Person.arrives();
        UUID space = ada.founds("PUBLIC");
        charles.joins(space);
        Map<String, String> change = Map.of("name", "Engines");

        charles.sends(change)
                .header("If-Match", "*")
                .patch("/api/v1/spaces/{id}", space)
                .then()
                .statusCode(403);
        Person.arrives()
                .sends(change)
                .header("If-Match", "*")
                .patch("/api/v1/spaces/{id}", space)
                .then()
                .statusCode(403);
        given().contentType("application/json")
                .body(change)
                .patch("/api/v1/spaces/{id}", space)
                .then()
                .statusCode(401);
        ada.sends(change).patch("/api/v1/spaces/{id}", space).then().statusCode(428);
        ada.sends(change)
                .header("If-Match", "\"0\"")
                .patch("/api/v1/spaces/{id}", space)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("name", equalTo("Engines"));
        ada.sends(change)
                .header("If-Match", "\"0\"")
                .patch("/api/v1/spaces/{id}", space)
                .then()
                .statusCode(412);
    }

    @Test
    void ofManyChangesOfOneVersionOneIsTaken() throws Exception {
        Person ada = Person.arrives();
        UUID space = ada.founds("PUBLIC");

        List<Integer> statuses =
                inParallel(
                        8,
                        () ->
                                ada.sends(Map.of("name", Person.newHandle()))
                                        .header("If-Match", "\"0\"")
                                        .patch("/api/v1/spaces/{id}", space)
                                        .statusCode());

        assertThat(statuses).containsOnly(200, 412);
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
    }

    @Test
    void theListIsPagedWithoutGapsOrRepetition() {
        Person ada = Person.arrives();
        Set<String> founded = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            founded.add(ada.founds("PUBLIC").toString());
        }

        Set<String> seen = new HashSet<>();
        @Nullable String cursor = null;
        do {
            Response page =
                    cursor == null
                            ? fresh().get("/api/v1/spaces?limit=2")
                            : fresh().queryParam("cursor", cursor).get("/api/v1/spaces?limit=2");
            List<String> ids = page.path("items.id");
            ids.forEach(id -> assertThat(seen.add(id)).isTrue());
            cursor = page.path("nextCursor");
        } while (cursor != null && !seen.containsAll(founded));

        assertThat(seen).containsAll(founded);
    }

    static <T> List<T> inParallel(int times, Callable<T> work) throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<T>> all = Collections.nCopies(times, work);
            List<T> results = new ArrayList<>();
            for (Future<T> future : callers.invokeAll(all)) {
                results.add(future.get());
            }
            return results;
        }
    }
}

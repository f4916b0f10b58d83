package com.rechain.dao.user;

import static com.rechain.dao.user.support.Fresh.fresh;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.user.support.InternalApi;
import com.rechain.dao.user.support.Person;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "users"))
class WeightIT {
    BackingServices backing;

    @Test
    void manyWeightsAreSetAtOnceFromCsv() {
        Person owner = Person.arrives();
        Person ada = Person.arrives();
        UUID space = owner.founds("PUBLIC");
        ada.joins(space);

        imports(owner, space, "handle,weight\n" + owner.handle() + ",5\n" + ada.handle() + ",1\n")
                .then()
                .statusCode(200)
                .body("changed", equalTo(1))
                .body("unchanged", equalTo(1));

        assertThat(weight(space, owner)).isEqualTo("5");
        imports(owner, space, "email,weight\n" + ada.email() + ",7\n").then().statusCode(200);
        assertThat(weight(space, ada)).isEqualTo("7");
        imports(owner, space, "userId,weight\n" + ada.id() + ",0\n").then().statusCode(200);
        assertThat(weight(space, ada)).isEqualTo("0");
    }

    @Test
    void manyWeightsAreSetAtOnceFromJson() {
        Person owner = Person.arrives();
        UUID space = owner.founds("PUBLIC");

        owner.sends(List.of(Map.of("handle", owner.handle(), "weight", "12")))
                .post("/api/v1/spaces/{id}/weights", space)
                .then()
                .statusCode(200)
                .body("changed", equalTo(1));

        assertThat(weight(space, owner)).isEqualTo("12");
    }

    @Test
    void oneBadLineStopsTheWholeImport() {
        Person owner = Person.arrives();
        Person stranger = Person.arrives();
        UUID space = owner.founds("PUBLIC");

        imports(
                        owner,
                        space,
                        "handle,weight\n%s,50\n%s,1\n%s,2\n"
                                .formatted(owner.handle(), stranger.handle(), owner.handle()))
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed-request"))
                .body("errors", hasSize(2))
                .body("errors[0].field", equalTo("line 3"))
                .body("errors[0].rule", equalTo("member"))
                .body("errors[1].field", equalTo("line 4"))
                .body("errors[1].rule", equalTo("unique"));

        assertThat(weight(space, owner)).isEqualTo("1");
    }

    @Test
    void anImportIsForThoseWhoMaySetEachWeight() {
        Person owner = Person.arrives();
        Person admin = Person.arrives();
        Person member = Person.arrives();
        UUID space = owner.founds("PUBLIC");
        owner.puts(space, admin, Map.of("role", "ADMIN"));
        member.joins(space);

        imports(admin, space, "handle,weight\n" + member.handle() + ",9\n").then().statusCode(200);
        imports(admin, space, "handle,weight\n" + admin.handle() + ",9\n")
                .then()
                .statusCode(400)
                .body("errors[0].rule", equalTo("role"));
        imports(admin, space, "handle,weight\n" + owner.handle() + ",9\n").then().statusCode(400);
        imports(member, space, "handle,weight\n" + member.handle() + ",9\n").then().statusCode(403);
    }

    @Test
    void anImportIsSafeToRepeatUnderOneKey() {
        Person owner = Person.arrives();
        UUID space = owner.founds("PUBLIC");
        String key = UUID.randomUUID().toString();
        String csv = "handle,weight\n" + owner.handle() + ",3\n";

        Response first = imports(owner, space, csv, key);
        Response again = imports(owner, space, csv, key);

        first.then().statusCode(200).body("changed", equalTo(1));
        again.then().statusCode(200).header("Idempotency-Replayed", equalTo("true"));
        assertThat(again.asString()).isEqualTo(first.asString());
        imports(owner, space, csv.replace(",3", ",4"), key).then().statusCode(422);
    }

    @Test
    void powerExplainsItselfAtEveryInstant() {
        Person owner = Person.arrives();
        Person ada = Person.arrives();
        Instant before = Instant.now().minusSeconds(1);
        UUID space = owner.founds("PUBLIC");
        ada.joins(space);
        Instant joined = Instant.parse(power(space, ada).path("sources[0].since"));
        owner.puts(space, ada, Map.of("weight", "250"));
        Instant set = Instant.parse(power(space, ada).path("sources[0].since"));

        power(space, ada)
                .then()
                .body("weight", equalTo("250"))
                .body("sources[0].source", equalTo("SET"))
                .body("sources[0].setBy", equalTo(owner.id().toString()));
        power(space, ada, before)
                .then()
                .body("weight", equalTo("0"))
                .body("zeroBecause", equalTo("NOT_A_MEMBER"));
        power(space, ada, joined.minusNanos(1_000)).then().body("weight", equalTo("0"));
        power(space, ada, joined)
                .then()
                .body("weight", equalTo("1"))
                .body("sources[0].source", equalTo("JOINED"));
        power(space, ada, set.minusNanos(1_000)).then().body("weight", equalTo("1"));
        power(space, ada, set).then().body("weight", equalTo("250"));

        owner.puts(space, ada, Map.of("weight", "0"));
        power(space, ada).then().body("zeroBecause", equalTo("SET_TO_ZERO"));
        ada.joins(space);
        owner.puts(space, ada, Map.of("weight", "4"));
        ada.asks().post("/api/v1/spaces/{id}/leave", space);
        power(space, ada).then().body("zeroBecause", equalTo("LEFT"));
    }

    @Test
    void powerOfTheFutureIsNotKnown() {
        Person owner = Person.arrives();
        UUID space = owner.founds("PUBLIC");

        power(space, owner, Instant.now().plusSeconds(60))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("at"));
        given().queryParam("at", "yesterday")
                .get("/api/v1/spaces/{space}/power/{user}", space, owner.id())
                .then()
                .statusCode(400);
    }

    @Test
    void aWeightIsThatImmediatelyBefore() {
        InternalApi internal = new InternalApi(backing.secrets().value("internal"));
        Person ada = Person.arrives();
        UUID space = ada.founds("PUBLIC");
        ada.puts(space, ada, Map.of("weight", "25"));
        Instant since =
                Instant.parse(
                        fresh().queryParam("explain", true)
                                .get("/api/v1/spaces/{space}/power/{user}", space, ada.id())
                                .path("sources[0].since"));

        internal.weight(space, ada.id(), since).then().statusCode(200).body("weight", equalTo("1"));
        internal.weight(space, ada.id(), since.plus(1, ChronoUnit.MICROS))
                .then()
                .body("weight", equalTo("25"));
        internal.weight(space, ada.id(), Instant.now().plusSeconds(60))
                .then()
                .body("weight", equalTo("25"));
        internal.weight(space, Ids.next(), since).then().body("weight", equalTo("0"));
        internal.weight(Ids.next(), ada.id(), since).then().statusCode(404);
    }

    @Test
    void anElectorateIsExportedPageByPageWithTheWeightsOfItsInstant() {
        Person owner = Person.arrives();
        UUID space = owner.founds("PUBLIC");
        List<Person> members = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Person member = Person.arrives();
            member.joins(space);
            members.add(member);
        }
        owner.puts(space, members.get(0), Map.of("weight", "0"));
        owner.puts(space, members.get(1), Map.of("weight", "90"));
        Instant at = Instant.parse(power(space, members.get(1)).path("sources[0].since"));
        Awaitility.await().until(() -> electorate(space, at, null, 1).statusCode() == 200);
        owner.puts(space, members.get(2), Map.of("weight", "1000"));

        List<String> voters = new ArrayList<>();
        List<String> weights = new ArrayList<>();
        String after = null;
        do {
            Response page = electorate(space, at, after, 2);
            page.then().statusCode(200).body("at", equalTo(at.toString()));
            voters.addAll(page.<List<String>>path("entries.userId"));
            weights.addAll(page.<List<String>>path("entries.weight"));
            after = page.path("next");
        } while (after != null);

        assertThat(voters)
                .containsExactlyElementsOf(
                        List.of(owner, members.get(1), members.get(2), members.get(3)).stream()
                                .map(person -> person.id().toString())
                                .sorted()
                                .toList());
        assertThat(weights).containsExactlyInAnyOrder("1", "90", "1", "1");
        electorate(space, at.minusNanos(1_000), null, 100)
                .then()
                .body(
                        "entries.find { it.userId == '%s' }.weight".formatted(members.get(1).id()),
                        equalTo("1"));
    }

    @Test
    void onceAnElectorateWasHandedOutNothingChangesItAnyMore() {
        Person owner = Person.arrives();
        UUID space = owner.founds("PUBLIC");
        Instant at = Instant.now().minusMillis(1);
        Awaitility.await().until(() -> electorate(space, at, null, 10).statusCode() == 200);
        String handedOut = electorate(space, at, null, 10).asString();

        owner.puts(space, owner, Map.of("weight", "99"));

        assertThat(electorate(space, at, null, 10).asString()).isEqualTo(handedOut);
        assertThat(Instant.parse(power(space, owner).path("sources[0].since"))).isAfter(at);
    }

    @Test
    void anElectorateIsKnownOnceItsInstantHasPassed() {
        Person owner = Person.arrives();
        UUID space = owner.founds("PUBLIC");

        electorate(space, Instant.now().plusSeconds(3600), null, 10)
                .then()
                .statusCode(409)
                .body("code", equalTo("state-conflict"));
        electorate(UUID.randomUUID(), Instant.now().minusSeconds(1), null, 10)
                .then()
                .statusCode(404);
        electorate(space, Instant.now().minusSeconds(1), null, 5_001).then().statusCode(400);
    }

    @Test
    void internalAnswersNeedTheSecret() {
        UUID space = Person.arrives().founds("PUBLIC");

        given().get("/internal/v1/spaces/{id}", space).then().statusCode(404);
        given().header("Dao-Internal-Secret", "guess")
                .get("/internal/v1/spaces/{id}", space)
                .then()
                .statusCode(404);
        given().header("Dao-Internal-Secret", backing.secrets().value("internal"))
                .get("/internal/v1/spaces/{id}", space)
                .then()
                .statusCode(200)
                .body("id", equalTo(space.toString()))
                .body("visibility", equalTo("PUBLIC"))
                .body("status", equalTo("ACTIVE"))
                .body("size()", equalTo(5));
    }

    private static Response imports(Person editor, UUID space, String csv) {
        return imports(editor, space, csv, UUID.randomUUID().toString());
    }

    private static Response imports(Person editor, UUID space, String csv, String key) {
        return editor.asks()
                .header("Idempotency-Key", key)
                .contentType("text/csv; charset=utf-8")
                .body(csv)
                .post("/api/v1/spaces/{id}/weights", space);
    }

    private String weight(UUID space, Person member) {
        return given().header("Dao-Internal-Secret", backing.secrets().value("internal"))
                .get("/internal/v1/spaces/{space}/members/{user}", space, member.id())
                .path("weight");
    }

    /** The power of now, as fresh as it can be had. */
    private static Response power(UUID space, Person person) {
        return given().queryParam("explain", true)
                .header("Freshness-Token", everything())
                .get("/api/v1/spaces/{space}/power/{user}", space, person.id());
    }

    private static Response power(UUID space, Person person, Instant at) {
        return given().queryParam("explain", true)
                .queryParam("at", at.toString())
                .header("Freshness-Token", everything())
                .get("/api/v1/spaces/{space}/power/{user}", space, person.id());
    }

    private static String everything() {
        Instant now = Instant.now().plusSeconds(5);
        return "user-service=" + (now.getEpochSecond() * 1_000_000);
    }

    private Response electorate(UUID space, Instant at, String after, int limit) {
        var request =
                given().header("Dao-Internal-Secret", backing.secrets().value("internal"))
                        .queryParam("at", at.toString())
                        .queryParam("limit", limit);
        if (after != null) {
            request.queryParam("after", after);
        }
        return request.get("/internal/v1/spaces/{id}/electorate", space);
    }
}

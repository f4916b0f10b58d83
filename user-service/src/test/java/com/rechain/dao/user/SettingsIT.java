package com.rechain.dao.user;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.contract.EventContract;
import com.rechain.dao.test.event.KafkaProbe;
import com.rechain.dao.user.support.Person;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "users"))
class SettingsIT {
    private static final String SETTINGS = "/api/v1/spaces/{id}/settings";
    private static final String CANONICAL =
            """
            {"defaultRules":{"ties":"STATUS_QUO"},"onlyByProposal":false,"proposing":{"actionsRole":"AUTHOR","openPerAuthor":2,"role":"AUTHOR","threshold":"10"},"signOffs":{"count":1,"role":"MODERATOR"},"timelock":{"challengeSeconds":60,"graceSeconds":600,"minDelaySeconds":30,"vetoRoles":["OWNER","GUARDIAN"]}}\
            """;

    BackingServices backing;

    @Test
    void aSpaceBeginsWithTheDefaults() {
        UUID space = Person.arrives().founds("PUBLIC");

        read(space)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("version", equalTo(0))
                .body("settings.proposing.role", equalTo("MEMBER"))
                .body("settings.proposing.actionsRole", equalTo("OWNER"))
                .body("settings.proposing.threshold", equalTo("0"))
                .body("settings.timelock.vetoRoles", equalTo(List.of("GUARDIAN")))
                .body("setAt", nullValue());
        internal(space).then().statusCode(200).body("version", equalTo(0));
        given().header("Dao-Internal-Secret", backing.secrets().value("internal"))
                .get("/internal/v1/spaces/{id}/settings", Ids.next())
                .then()
                .statusCode(404);
    }

    @Test
    void everyVersionStaysAsItWas() throws Exception {
        Person ada = Person.arrives();
        UUID space = aUsableSpace(ada);

        set(ada, space, "\"0\"", settings()).then().statusCode(200).header("ETag", "\"1\"");
        Map<String, Object> second = settings();
        second.remove("defaultRules");
        set(ada, space, "\"1\"", second).then().statusCode(200).body("version", equalTo(2));

        String digest =
                HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256")
                                        .digest(CANONICAL.getBytes(UTF_8)));
        given().header("Freshness-Token", fresh())
                .queryParam("version", 1)
                .get(SETTINGS, space)
                .then()
                .statusCode(200)
                .body("sha256", equalTo(digest))
                .body("settings.defaultRules.ties", equalTo("STATUS_QUO"))
                .body("setBy", equalTo(ada.id().toString()));
        read(space).then().body("version", equalTo(2));
        internal(space).then().body("version", equalTo(2));
        given().header("Freshness-Token", fresh())
                .queryParam("version", 3)
                .get(SETTINGS, space)
                .then()
                .statusCode(404);
        ConsumerRecord<String, String> event =
                new KafkaProbe(backing).await("user-events", "space.governance-changed.v1", space);
        EventContract.assertKept("space.governance-changed.v1", event.value());
    }

    @Test
    void onlyStewardsSetThemAndOnlyWhatTheyHaveRead() {
        Person ada = Person.arrives();
        Person charles = Person.arrives();
        UUID space = ada.founds("PUBLIC");
        charles.joins(space);

        set(charles, space, "\"0\"", settings()).then().statusCode(403);
        ada.sends(settings()).put(SETTINGS, space).then().statusCode(428);
        set(ada, space, "\"7\"", settings()).then().statusCode(412);
        given().contentType("application/json")
                .body(settings())
                .put(SETTINGS, space)
                .then()
                .statusCode(401);
        UUID hidden = ada.founds("PRIVATE");
        set(charles, hidden, "\"0\"", settings()).then().statusCode(404);
        given().header("Freshness-Token", fresh()).get(SETTINGS, hidden).then().statusCode(404);
    }

    @Test
    void badSettingsAreNamedAndSetNothing() {
        Person ada = Person.arrives();
        UUID space = ada.founds("PUBLIC");
        Map<String, Object> bad = settings();
        bad.put("proposing", Map.of("role", "AUTHOR", "threshold", "-1", "openPerAuthor", 0));
        bad.put(
                "timelock",
                Map.of(
                        "challengeSeconds",
                        0,
                        "minDelaySeconds",
                        0,
                        "graceSeconds",
                        0,
                        "vetoRoles",
                        List.of()));
        bad.put("defaultRules", Map.of("quorum", 0.5));

        set(ada, space, "\"0\"", bad)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem(containsString("threshold")))
                .body("errors.field", hasItem(containsString("openPerAuthor")))
                .body("errors.field", hasItem(containsString("graceSeconds")))
                .body("errors.field", hasItem(containsString("defaultRules")));
        Map<String, Object> unknown = settings();
        unknown.put("color", "red");
        set(ada, space, "\"0\"", unknown).then().statusCode(400);
        internal(space).then().body("version", equalTo(0));
    }

    @Test
    void aSpaceMayLeaveItsSettingsToProposals() {
        Person ada = Person.arrives();
        UUID space = aUsableSpace(ada);
        Map<String, Object> closed = settings();
        closed.put("onlyByProposal", true);
        set(ada, space, "\"0\"", closed).then().statusCode(200);

        set(ada, space, "\"1\"", settings())
                .then()
                .statusCode(409)
                .body("code", equalTo("settings-by-proposal-only"));
        UUID proposal = Ids.next();
        execute(
                        space,
                        Ids.next(),
                        order(
                                proposal,
                                Map.of(
                                        "kind",
                                        "SETTINGS",
                                        "changes",
                                        Map.of(
                                                "onlyByProposal",
                                                false,
                                                "proposing",
                                                Map.of("threshold", "7")))))
                .then()
                .statusCode(200)
                .body("result", equalTo("Version 2 of the settings holds."));
        read(space)
                .then()
                .body("version", equalTo(2))
                .body("settings.proposing.threshold", equalTo("7"))
                .body("settings.proposing.role", equalTo("AUTHOR"))
                .body("setBy", nullValue())
                .body("proposalId", equalTo(proposal.toString()));
    }

    @Test
    void anActionIsCarriedOutOnceHoweverOftenItIsAskedFor() throws Exception {
        UUID space = Person.arrives().founds("PUBLIC");
        UUID execution = Ids.next();
        Map<String, Object> order =
                order(
                        Ids.next(),
                        Map.of(
                                "kind",
                                "SETTINGS",
                                "changes",
                                Map.of("timelock", Map.of("minDelaySeconds", 3))));
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            calls.add(() -> execute(space, execution, order).statusCode());
        }
        Set<Integer> statuses;
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = many.invokeAll(calls);
            statuses = answers.stream().map(Future::resultNow).collect(Collectors.toSet());
        }

        assertThat(statuses).containsExactly(200);
        internal(space)
                .then()
                .body("version", equalTo(1))
                .body("settings.timelock.minDelaySeconds", equalTo(3));
        execute(
                        space,
                        execution,
                        order(Ids.next(), Map.of("kind", "SETTINGS", "changes", Map.of())))
                .then()
                .statusCode(409)
                .body("code", equalTo("execution-reused"));
    }

    @Test
    void aProposalGivesAnyRoleButNeverTakesTheLastOwner() {
        Person ada = Person.arrives();
        Person charles = Person.arrives();
        UUID space = ada.founds("PUBLIC");

        role(space, ada.id(), "MEMBER").then().statusCode(409).body("code", equalTo("last-owner"));
        role(space, Ids.next(), "ADMIN").then().statusCode(404);
        role(space, charles.id(), "KING").then().statusCode(400);
        role(space, charles.id(), "OWNER").then().statusCode(200);
        role(space, ada.id(), "GUARDIAN").then().statusCode(200);

        given().header("Dao-Internal-Secret", backing.secrets().value("internal"))
                .get("/internal/v1/spaces/{space}/members/{user}", space, charles.id())
                .then()
                .body("role", equalTo("OWNER"))
                .body("weight", equalTo("1"));
        given().header("Freshness-Token", fresh())
                .queryParam("explain", true)
                .get("/api/v1/spaces/{space}/power/{user}", space, charles.id())
                .then()
                .body("sources.source", hasItem("DECIDED"));
    }

    @Test
    void aWeightIsThatImmediatelyBefore() {
        Person ada = Person.arrives();
        UUID space = ada.founds("PUBLIC");
        ada.puts(space, ada, Map.of("weight", "25"));
        Instant since =
                Instant.parse(
                        given().header("Freshness-Token", fresh())
                                .queryParam("explain", true)
                                .get("/api/v1/spaces/{space}/power/{user}", space, ada.id())
                                .path("sources[0].since"));

        weight(space, ada.id(), since).then().statusCode(200).body("weight", equalTo("1"));
        weight(space, ada.id(), since.plus(1, ChronoUnit.MICROS))
                .then()
                .body("weight", equalTo("25"));
        weight(space, ada.id(), Instant.now().plusSeconds(60)).then().body("weight", equalTo("25"));
        weight(space, Ids.next(), since).then().body("weight", equalTo("0"));
        weight(Ids.next(), ada.id(), since).then().statusCode(404);
    }

    private Response weight(UUID space, UUID user, Instant before) {
        return given().header("Dao-Internal-Secret", backing.secrets().value("internal"))
                .queryParam("before", before.toString())
                .get("/internal/v1/spaces/{space}/weights/{user}", space, user);
    }

    @Test
    void unfitChangesAreRefusedAndChangeNothing() {
        UUID space = Person.arrives().founds("PUBLIC");

        for (Map<String, Object> changes :
                List.<Map<String, Object>>of(
                        Map.of("color", "red"),
                        Map.of("signOffs", Map.of("count", -1)),
                        Map.of("signOffs", 7),
                        Map.of("proposing", Map.of("threshold", "a lot")))) {
            execute(
                            space,
                            Ids.next(),
                            order(Ids.next(), Map.of("kind", "SETTINGS", "changes", changes)))
                    .then()
                    .statusCode(400);
        }
        preview(space, Map.of("onlyByProposal", true)).then().statusCode(204);
        preview(space, Map.of("signOffs", Map.of("count", -1))).then().statusCode(400);
        preview(space, List.of()).then().statusCode(400);
        preview(Ids.next(), Map.of()).then().statusCode(404);
        execute(space, Ids.next(), order(Ids.next(), Map.of("kind", "BURN")))
                .then()
                .statusCode(400);
        execute(Ids.next(), Ids.next(), order(Ids.next(), Map.of("kind", "BURN")))
                .then()
                .statusCode(404);
        given().contentType("application/json")
                .body(order(Ids.next(), Map.of("kind", "BURN")))
                .put("/internal/v1/spaces/{space}/executions/{id}", space, Ids.next())
                .then()
                .statusCode(404);
        internal(space).then().body("version", equalTo(0));
    }

    @Test
    void rulesThatFitNoVoteAreNamed() {
        Person ada = Person.arrives();
        UUID space = aUsableSpace(ada);
        for (var bad :
                Map.<String, Map<String, ?>>of(
                                "nope", Map.of("nope", 1),
                                "system", Map.of("system", "stv"),
                                "ties", Map.of("ties", "COIN"))
                        .entrySet()) {
            Map<String, Object> settings = settings();
            settings.put("defaultRules", bad.getValue());

            set(ada, space, "\"0\"", settings)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("malformed-request"))
                    .body("errors.field", hasItem("settings.defaultRules." + bad.getKey()));
            preview(space, Map.of("defaultRules", bad.getValue())).then().statusCode(400);
        }
        set(ada, space, "\"0\"", with("defaultRules", Map.of())).then().statusCode(200);
    }

    @Test
    void aSpaceCannotLockItselfOut() {
        Person ada = Person.arrives();
        UUID space = ada.founds("PUBLIC");
        Person charles = Person.arrives();
        charles.joins(space);

        unusable(ada, space, proposing("MEMBER", "OWNER", "2"), "proposing");
        ada.puts(space, charles, Map.of("weight", "2")).then().statusCode(200);
        unusable(ada, space, proposing("AUTHOR", "OWNER", "2"), "proposing");
        set(ada, space, "\"0\"", signedBy(0, "MEMBER", proposing("MEMBER", "OWNER", "2")))
                .then()
                .statusCode(200);
        Map<String, Object> closed = signedBy(0, "MEMBER", proposing("MEMBER", "OWNER", "2"));
        closed.put("onlyByProposal", true);
        refused(set(ada, space, "\"1\"", closed), "proposing");
        Map<String, Object> closing = Map.of("onlyByProposal", true);
        preview(space, closing).then().statusCode(409).body("code", equalTo("settings-unusable"));
        execute(
                        space,
                        Ids.next(),
                        order(Ids.next(), Map.of("kind", "SETTINGS", "changes", closing)))
                .then()
                .statusCode(409)
                .body("code", equalTo("settings-unusable"));
        internal(space).then().body("version", equalTo(1));
    }

    @Test
    void nobodyCountsAsASignerOfTheirOwn() {
        Person ada = Person.arrives();
        UUID space = ada.founds("PUBLIC");
        Map<String, Object> all = proposing("MEMBER", "OWNER", "1");

        refused(set(ada, space, "\"0\"", signedBy(1, "MEMBER", all)), "signOffs");
        Person charles = Person.arrives();
        charles.joins(space);
        set(ada, space, "\"0\"", signedBy(1, "MEMBER", all)).then().statusCode(200);
        refused(set(ada, space, "\"1\"", signedBy(2, "MEMBER", all)), "signOffs");
        // Charles proposes, Ada signs.
        set(ada, space, "\"1\"", signedBy(1, "OWNER", all)).then().statusCode(200);
        ada.puts(space, charles, Map.of("weight", "0")).then().statusCode(200);
        refused(set(ada, space, "\"2\"", signedBy(1, "OWNER", all)), "signOffs");
    }

    private static void unusable(
            Person person, UUID space, Map<String, Object> proposing, String part) {
        refused(set(person, space, "\"0\"", signedBy(0, "MEMBER", proposing)), part);
    }

    private static void refused(Response answer, String part) {
        answer.then()
                .statusCode(409)
                .body("code", equalTo("settings-unusable"))
                .body("errors.field", equalTo(List.of("settings." + part)));
    }

    private static Map<String, Object> signedBy(
            int count, String role, Map<String, Object> proposing) {
        Map<String, Object> settings = with("proposing", proposing);
        settings.put("signOffs", Map.of("count", count, "role", role));
        return settings;
    }

    private static Map<String, Object> proposing(String role, String actions, String threshold) {
        return Map.of("role", role, "actionsRole", actions, "threshold", threshold);
    }

    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> settings = settings();
        settings.put(name, value);
        return settings;
    }

    /** One under whose {@link #settings} somebody can propose and somebody else can sign. */
    private static UUID aUsableSpace(Person owner) {
        UUID space = owner.founds("PUBLIC");
        owner.puts(space, owner, Map.of("weight", "10")).then().statusCode(200);
        owner.puts(space, Person.arrives(), Map.of("role", "MODERATOR")).then().statusCode(201);
        return space;
    }

    private Response preview(UUID space, Object changes) {
        return given().header("Dao-Internal-Secret", backing.secrets().value("internal"))
                .contentType("application/json")
                .body(changes)
                .post("/internal/v1/spaces/{id}/settings/preview", space);
    }

    private Response role(UUID space, UUID user, String role) {
        return execute(
                space,
                Ids.next(),
                order(Ids.next(), Map.of("kind", "ROLE", "userId", user.toString(), "role", role)));
    }

    private static Map<String, Object> order(UUID proposal, Map<String, ?> action) {
        return Map.of("proposalId", proposal.toString(), "action", action);
    }

    private Response execute(UUID space, UUID execution, Map<String, Object> order) {
        return given().header("Dao-Internal-Secret", backing.secrets().value("internal"))
                .contentType("application/json")
                .body(order)
                .put("/internal/v1/spaces/{space}/executions/{id}", space, execution);
    }

    private Response internal(UUID space) {
        return given().header("Dao-Internal-Secret", backing.secrets().value("internal"))
                .get("/internal/v1/spaces/{id}/settings", space);
    }

    private static Response read(UUID space) {
        return given().header("Freshness-Token", fresh()).get(SETTINGS, space);
    }

    private static Response set(
            Person person, UUID space, String ifMatch, Map<String, Object> settings) {
        return person.sends(settings).header("If-Match", ifMatch).put(SETTINGS, space);
    }

    private static Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(
                "proposing",
                Map.of(
                        "role",
                        "AUTHOR",
                        "actionsRole",
                        "AUTHOR",
                        "threshold",
                        "10",
                        "openPerAuthor",
                        2));
        settings.put("signOffs", Map.of("count", 1, "role", "MODERATOR"));
        settings.put(
                "timelock",
                Map.of(
                        "challengeSeconds",
                        60,
                        "minDelaySeconds",
                        30,
                        "graceSeconds",
                        600,
                        "vetoRoles",
                        List.of("GUARDIAN", "OWNER")));
        settings.put("defaultRules", Map.of("ties", "STATUS_QUO"));
        settings.put("onlyByProposal", false);
        return settings;
    }

    private static String fresh() {
        return "user-service=" + ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}

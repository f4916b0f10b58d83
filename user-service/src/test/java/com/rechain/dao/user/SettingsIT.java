package com.rechain.dao.user;

import static com.rechain.dao.user.support.Fresh.fresh;
import static com.rechain.dao.user.support.SpaceSettings.aUsableSpace;
import static com.rechain.dao.user.support.SpaceSettings.read;
import static com.rechain.dao.user.support.SpaceSettings.set;
import static com.rechain.dao.user.support.SpaceSettings.settings;
import static com.rechain.dao.user.support.SpaceSettings.with;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.contract.EventContract;
import com.rechain.dao.test.event.KafkaProbe;
import com.rechain.dao.user.support.InternalApi;
import com.rechain.dao.user.support.Person;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
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

    private InternalApi internal;

    @BeforeEach
    void asAService() {
        internal = new InternalApi(backing.secrets().value("internal"));
    }

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
        internal.settings(space).then().statusCode(200).body("version", equalTo(0));
        internal.settings(Ids.next()).then().statusCode(404);
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
        fresh().queryParam("version", 1)
                .get(SETTINGS, space)
                .then()
                .statusCode(200)
                .body("sha256", equalTo(digest))
                .body("settings.defaultRules.ties", equalTo("STATUS_QUO"))
                .body("setBy", equalTo(ada.id().toString()));
        read(space).then().body("version", equalTo(2));
        internal.settings(space).then().body("version", equalTo(2));
        fresh().queryParam("version", 3).get(SETTINGS, space).then().statusCode(404);
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
        fresh().get(SETTINGS, hidden).then().statusCode(404);
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
        internal.settings(space).then().body("version", equalTo(0));
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
            internal.preview(space, Map.of("defaultRules", bad.getValue())).then().statusCode(400);
        }
        set(ada, space, "\"0\"", with("defaultRules", Map.of())).then().statusCode(200);
    }
}

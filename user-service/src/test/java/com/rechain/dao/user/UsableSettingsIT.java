package com.rechain.dao.user;

import static com.rechain.dao.user.support.InternalApi.order;
import static com.rechain.dao.user.support.SpaceSettings.proposing;
import static com.rechain.dao.user.support.SpaceSettings.set;
import static com.rechain.dao.user.support.SpaceSettings.signedBy;
import static org.hamcrest.Matchers.equalTo;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.user.support.InternalApi;
import com.rechain.dao.user.support.Person;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody must be left who can propose, and others who can sign. */
@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "users"))
class UsableSettingsIT {
    BackingServices backing;

    private InternalApi internal;

    @BeforeEach
    void asAService() {
        internal = new InternalApi(backing.secrets().value("internal"));
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
        internal.preview(space, closing)
                .then()
                .statusCode(409)
                .body("code", equalTo("settings-unusable"));
        internal.execute(
                        space,
                        Ids.next(),
                        order(Ids.next(), Map.of("kind", "SETTINGS", "changes", closing)))
                .then()
                .statusCode(409)
                .body("code", equalTo("settings-unusable"));
        internal.settings(space).then().body("version", equalTo(1));
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
}

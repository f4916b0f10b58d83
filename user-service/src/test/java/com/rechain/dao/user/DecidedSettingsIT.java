package com.rechain.dao.user;

import static com.rechain.dao.user.support.Fresh.fresh;
import static com.rechain.dao.user.support.InternalApi.order;
import static com.rechain.dao.user.support.SpaceSettings.aUsableSpace;
import static com.rechain.dao.user.support.SpaceSettings.read;
import static com.rechain.dao.user.support.SpaceSettings.set;
import static com.rechain.dao.user.support.SpaceSettings.settings;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.user.support.InternalApi;
import com.rechain.dao.user.support.Person;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a proposal of the space decides is carried out here, once and only where it fits. */
@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "users"))
class DecidedSettingsIT {
    BackingServices backing;

    private InternalApi internal;

    @BeforeEach
    void asAService() {
        internal = new InternalApi(backing.secrets().value("internal"));
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
        internal.execute(
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
            calls.add(() -> internal.execute(space, execution, order).statusCode());
        }
        Set<Integer> statuses;
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = many.invokeAll(calls);
            statuses = answers.stream().map(Future::resultNow).collect(Collectors.toSet());
        }

        assertThat(statuses).containsExactly(200);
        internal.settings(space)
                .then()
                .body("version", equalTo(1))
                .body("settings.timelock.minDelaySeconds", equalTo(3));
        internal.execute(
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

        internal.role(space, ada.id(), "MEMBER")
                .then()
                .statusCode(409)
                .body("code", equalTo("last-owner"));
        internal.role(space, Ids.next(), "ADMIN").then().statusCode(404);
        internal.role(space, charles.id(), "KING").then().statusCode(400);
        internal.role(space, charles.id(), "OWNER").then().statusCode(200);
        internal.role(space, ada.id(), "GUARDIAN").then().statusCode(200);

        given().header("Dao-Internal-Secret", backing.secrets().value("internal"))
                .get("/internal/v1/spaces/{space}/members/{user}", space, charles.id())
                .then()
                .body("role", equalTo("OWNER"))
                .body("weight", equalTo("1"));
        fresh().queryParam("explain", true)
                .get("/api/v1/spaces/{space}/power/{user}", space, charles.id())
                .then()
                .body("sources.source", hasItem("DECIDED"));
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
            internal.execute(
                            space,
                            Ids.next(),
                            order(Ids.next(), Map.of("kind", "SETTINGS", "changes", changes)))
                    .then()
                    .statusCode(400);
        }
        internal.preview(space, Map.of("onlyByProposal", true)).then().statusCode(204);
        internal.preview(space, Map.of("signOffs", Map.of("count", -1))).then().statusCode(400);
        internal.preview(space, List.of()).then().statusCode(400);
        internal.preview(Ids.next(), Map.of()).then().statusCode(404);
        internal.execute(space, Ids.next(), order(Ids.next(), Map.of("kind", "BURN")))
                .then()
                .statusCode(400);
        internal.execute(Ids.next(), Ids.next(), order(Ids.next(), Map.of("kind", "BURN")))
                .then()
                .statusCode(404);
        given().contentType("application/json")
                .body(order(Ids.next(), Map.of("kind", "BURN")))
                .put("/internal/v1/spaces/{space}/executions/{id}", space, Ids.next())
                .then()
                .statusCode(404);
        internal.settings(space).then().body("version", equalTo(0));
    }
}

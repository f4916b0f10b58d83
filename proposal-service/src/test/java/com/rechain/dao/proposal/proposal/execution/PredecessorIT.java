package com.rechain.dao.proposal.proposal.execution;

import static com.rechain.dao.proposal.Fixture.PROPOSAL;
import static com.rechain.dao.proposal.Fixture.as;
import static com.rechain.dao.proposal.Fixture.created;
import static com.rechain.dao.proposal.Fixture.draft;
import static com.rechain.dao.proposal.Fixture.expectState;
import static com.rechain.dao.proposal.Fixture.publish;
import static com.rechain.dao.proposal.proposal.execution.Executions.MANUAL;
import static com.rechain.dao.proposal.proposal.execution.Executions.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.fake.FakeSpace;
import com.rechain.dao.test.fake.FakeUserService;
import com.rechain.dao.test.fake.FakeUserServiceResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits until another proposal is done. */
@QuarkusTest
@TestProfile(WithWebhooks.class)
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "proposals"))
@WithTestResource(FakeUserServiceResource.class)
class PredecessorIT {
    BackingServices backing;
    FakeUserService users;

    private Executions executions;
    private WebhookReceiver receiver;

    @BeforeEach
    void listen() {
        executions = new Executions(backing);
        receiver = new WebhookReceiver();
    }

    @AfterEach
    void stopListening() {
        receiver.close();
    }

    @Test
    void whatPeopleDoWaitsForThePredecessorToo() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID owner = space.aMember("OWNER", 1);
        UUID first = executions.succeeded(space, author, List.of(MANUAL));
        Map<String, Object> draft = draft(space.id());
        draft.put("actions", List.of(MANUAL));
        draft.put("timelock", Map.of("predecessorId", first.toString()));
        UUID second = created(author, draft);
        publish(author, second);
        executions.conclude(space, second);
        expectState(second, "QUEUED");

        as(owner)
                .body(note("Signed."))
                .post(PROPOSAL + "/actions/1/done", second)
                .then()
                .statusCode(409)
                .body("predecessorId", equalTo(first.toString()));
    }

    @Test
    void aSuccessorWaitsForItsPredecessor() {
        FakeSpace space = users.aSpace();
        UUID author = space.aMember(5);
        UUID owner = space.aMember("OWNER", 1);
        UUID first = executions.succeeded(space, author, List.of(MANUAL));
        Map<String, Object> draft = draft(space.id());
        draft.put("actions", List.of(receiver.webhook("/second")));
        draft.put("timelock", Map.of("predecessorId", first.toString()));
        UUID second = created(author, draft);
        publish(author, second);
        executions.conclude(space, second);
        expectState(second, "QUEUED");
        expectState(first, "QUEUED");
        assertThat(receiver.received()).isEmpty();
        as(owner)
                .post(PROPOSAL + "/execute", second)
                .then()
                .statusCode(409)
                .body("state", equalTo("QUEUED"))
                .body("predecessorId", equalTo(first.toString()));

        as(owner)
                .body(note("Signed."))
                .post(PROPOSAL + "/actions/1/done", first)
                .then()
                .statusCode(202);
        expectState(first, "EXECUTED");
        expectState(second, "EXECUTED");
        assertThat(receiver.received()).hasSize(1);

        UUID elsewhere = aDraftWithPredecessor(users.aSpace(), first);
        assertThat(elsewhere).isNotNull();
    }

    private static UUID aDraftWithPredecessor(FakeSpace space, UUID predecessor) {
        UUID author = space.aMember(5);
        Map<String, Object> draft = draft(space.id());
        draft.put("actions", List.of(MANUAL));
        draft.put("timelock", Map.of("predecessorId", predecessor.toString()));
        UUID id = created(author, draft);
        as(author)
                .post(PROPOSAL + "/publish", id)
                .then()
                .statusCode(409)
                .body("code", equalTo("predecessor-unknown"));
        return id;
    }
}

package com.rechain.dao.user;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.contract.EventContract;
import com.rechain.dao.test.event.KafkaProbe;
import com.rechain.dao.user.support.Person;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "users"))
class EventIT {
    private static final String TOPIC = "user-events";

    BackingServices backing;

    @Inject ObjectMapper json;

    @Test
    void everyFactAboutAPersonIsTold() throws IOException {
        Person ada = Person.arrives();
        ada.sends(Map.of("displayName", "Countess"))
                .header("If-Match", "*")
                .patch("/api/v1/users/me");
        given().header("Dao-Internal-Secret", backing.secrets().value("internal"))
                .contentType("application/json")
                .body(Map.of("reason", "spam"))
                .post("/internal/v1/users/{id}/suspension", ada.id());

        assertThat(told("user.registered.v1", ada.id()).get("handle").asText())
                .isEqualTo(ada.handle());
        assertThat(told("user.updated.v1", ada.id()).get("displayName").asText())
                .isEqualTo("Countess");
        assertThat(told("user.suspended.v1", ada.id()).get("reason").asText()).isEqualTo("spam");
    }

    @Test
    void everyFactAboutASpaceIsTold() throws IOException {
        Person ada = Person.arrives();
        UUID space = ada.founds("PUBLIC");
        ada.sends(Map.of("name", "Engines"))
                .header("If-Match", "*")
                .patch("/api/v1/spaces/{id}", space);

        assertThat(told("space.created.v1", space).get("ownerId").asText())
                .isEqualTo(ada.id().toString());
        JsonNode changed = told("space.settings-changed.v1", space);
        assertThat(changed.get("name").asText()).isEqualTo("Engines");
        assertThat(changed.get("version").asLong()).isEqualTo(1);
    }

    @Test
    void theChangesOfMembersAreToldInTheirOrder() throws IOException {
        Person ada = Person.arrives();
        Person charles = Person.arrives();
        UUID space = ada.founds("PUBLIC");
        charles.joins(space);
        charles.joins(space);
        ada.puts(space, charles, Map.of("role", "AUTHOR", "weight", "250"));
        ada.asks()
                .contentType("text/csv")
                .body("handle,weight\n" + charles.handle() + ",300\n")
                .post("/api/v1/spaces/{id}/weights", space)
                .then()
                .statusCode(200);
        charles.asks().post("/api/v1/spaces/{id}/leave", space);

        List<String> lines =
                new KafkaProbe(backing)
                                .await(
                                        TOPIC,
                                        event ->
                                                space.toString().equals(event.key())
                                                        && KafkaProbe.type(event)
                                                                .equals("membership.changed.v1"),
                                        5)
                                .stream()
                                .map(this::line)
                                .toList();

        assertThat(lines)
                .containsExactly(
                        ada.id() + " OWNER ACTIVE 1",
                        charles.id() + " MEMBER ACTIVE 1",
                        charles.id() + " AUTHOR ACTIVE 250",
                        charles.id() + " AUTHOR ACTIVE 300",
                        charles.id() + " AUTHOR LEFT 0");
    }

    private JsonNode told(String type, UUID key) throws IOException {
        ConsumerRecord<String, String> event = new KafkaProbe(backing).await(TOPIC, type, key);
        EventContract.assertKept(type, event.value());
        assertThat(KafkaProbe.header(event, "event-id")).hasSize(36);
        return json.readTree(event.value());
    }

    private String line(ConsumerRecord<String, String> event) {
        EventContract.assertKept("membership.changed.v1", event.value());
        try {
            JsonNode change = json.readTree(event.value());
            return "%s %s %s %s"
                    .formatted(
                            change.get("userId").asText(),
                            change.get("role").asText(),
                            change.get("state").asText(),
                            change.get("weight").asText());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

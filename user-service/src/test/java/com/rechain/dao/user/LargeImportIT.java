package com.rechain.dao.user;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.user.database.Primary;
import com.rechain.dao.user.database.Sql;
import com.rechain.dao.user.support.Person;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "users"))
class LargeImportIT {
    private static final int MEMBERS = 20_000;

    BackingServices backing;

    @Inject Primary primary;

    @Test
    void twentyThousandWeightsAreSetInOneRequestAndExportedInPages() {
        Person owner = Person.arrives();
        UUID space = owner.founds("PUBLIC");
        String prefix = Person.newHandle().substring(0, 8);
        membersJoin(space, prefix);
        StringBuilder csv = new StringBuilder("handle,weight\n");
        for (int i = 0; i < MEMBERS; i++) {
            csv.append(handle(prefix, i)).append(',').append(i + 1).append('\n');
        }

        owner.asks()
                .contentType("text/csv")
                .body(csv.toString())
                .post("/api/v1/spaces/{id}/weights", space)
                .then()
                .statusCode(200)
                .body("changed", equalTo(MEMBERS));

        Instant at = Instant.now();
        long voters = 0;
        String after = new UUID(0, 0).toString();
        do {
            var page =
                    given().header("Dao-Internal-Secret", backing.secrets().value("internal"))
                            .queryParam("at", at.toString())
                            .queryParam("after", after)
                            .get("/internal/v1/spaces/{id}/electorate", space);
            page.then().statusCode(200);
            voters += page.jsonPath().getList("entries").size();
            after = page.path("next");
        } while (after != null);
        assertThat(voters).isEqualTo(MEMBERS + 1);
    }

    private void membersJoin(UUID space, String prefix) {
        Instant now = Instant.now();
        QuarkusTransaction.requiringNew()
                .timeout(120)
                .run(() ->
                        primary.run(connection -> {
                            try (var account =
                                            connection.prepareStatement(
                                                    "INSERT INTO account (id, handle, display_name, email, email_key, status, created_at, updated_at, version) VALUES (?, ?, 'M', ?, ?, 'ACTIVE', ?, ?, 0)");
                                    var member =
                                            connection.prepareStatement(
                                                    "INSERT INTO membership (space_id, account_id, role, state, joined_at, updated_at) VALUES (?, ?, 'MEMBER', 'ACTIVE', ?, ?)")) {
                                for (int i = 0; i < MEMBERS; i++) {
                                    UUID id = Ids.next();
                                    String handle = handle(prefix, i);
                                    account.setBytes(1, Ids.toBytes(id));
                                    account.setString(2, handle);
                                    account.setString(3, handle + "@example.org");
                                    account.setString(4, handle + "@example.org");
                                    account.setObject(5, Sql.value(now));
                                    account.setObject(6, Sql.value(now));
                                    account.addBatch();
                                    member.setBytes(1, Ids.toBytes(space));
                                    member.setBytes(2, Ids.toBytes(id));
                                    member.setObject(3, Sql.value(now));
                                    member.setObject(4, Sql.value(now));
                                    member.addBatch();
                                }
                                account.executeBatch();
                                member.executeBatch();
                            }
                            return MEMBERS;
                        }));
    }

    private static String handle(String prefix, int number) {
        return prefix + "-" + number;
    }
}

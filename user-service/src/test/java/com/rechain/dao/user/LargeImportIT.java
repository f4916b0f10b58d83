package com.rechain.dao.user;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.user.support.Crowd;
import com.rechain.dao.user.support.Person;
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

    @Inject Crowd crowd;

    @Test
    void twentyThousandWeightsAreSetInOneRequestAndExportedInPages() {
        Person owner = Person.arrives();
        UUID space = owner.founds("PUBLIC");
        String prefix = Person.newHandle().substring(0, 8);
        crowd.joins(space, prefix, MEMBERS);
        StringBuilder csv = new StringBuilder("handle,weight\n");
        for (int i = 0; i < MEMBERS; i++) {
            csv.append(Crowd.handle(prefix, i)).append(',').append(i + 1).append('\n');
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
}

package com.rechain.dao.platform.internal;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.test.backing.BackingServicesResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "voting"))
class InternalOnlyIT {
    BackingServices backing;

    @Test
    void whoKnowsTheSecretIsAnswered() {
        given().header(InternalOnly.SECRET_HEADER, backing.secrets().value("internal"))
                .get("/trial/internal")
                .then()
                .statusCode(200);
    }

    @Test
    void toAllOthersThereIsNothing() {
        given().get("/trial/internal").then().statusCode(404).body("code", equalTo("not-found"));
        given().header(InternalOnly.SECRET_HEADER, "guess")
                .get("/trial/internal")
                .then()
                .statusCode(404)
                .body("detail", equalTo(given().get("/nowhere").path("detail")));
        given().header(InternalOnly.SECRET_HEADER, "")
                .get("/trial/internal")
                .then()
                .statusCode(404);
    }
}

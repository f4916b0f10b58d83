package com.rechain.dao.proposal;

import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.contract.OpenApiContract;
import com.rechain.dao.test.fake.FakeUserServiceResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "proposals"))
@WithTestResource(FakeUserServiceResource.class)
class OpenApiIT {
    @TestHTTPResource(value = "/openapi", management = true)
    URI openApi;

    @Test
    void theServiceSaysOfItselfWhatTheContractPromises() {
        OpenApiContract.assertKept("proposal-service", openApi);
    }
}

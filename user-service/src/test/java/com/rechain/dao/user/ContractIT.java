package com.rechain.dao.user;

import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.contract.OpenApiContract;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "users"))
class ContractIT {
    @TestHTTPResource(value = "/openapi", management = true)
    URI openApi;

    @Test
    void theApiIsAsItsContractSays() {
        OpenApiContract.assertKept("user-service", openApi);
    }
}

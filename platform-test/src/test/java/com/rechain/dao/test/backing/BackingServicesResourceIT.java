package com.rechain.dao.test.backing;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.test.fake.FakeUserService;
import com.rechain.dao.test.fake.FakeUserServiceResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "voting"))
@WithTestResource(FakeUserServiceResource.class)
class BackingServicesResourceIT {
    BackingServices backing;
    FakeUserService users;

    @ConfigProperty(name = "DAO_DB_PRIMARY_URL")
    String url;

    @ConfigProperty(name = "DAO_DB_USERNAME")
    String username;

    @ConfigProperty(name = "DAO_DB_PASSWORD")
    String password;

    @ConfigProperty(name = "DAO_USER_SERVICE_URL")
    String userServiceUrl;

    @Test
    void theServiceUnderTestReachesItsSchema() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, username, password)) {
            assertThat(connection.getCatalog()).isEqualTo("voting");
        }
    }

    @Test
    void theTestControlsTheServersOfTheServiceUnderTest() {
        assertThat(url).contains(backing.primary().server().address());

        backing.redis().kill();
        assertThat(backing.redis().alive()).isFalse();
        backing.redis().start();
        backing.redis().awaitReady(Duration.ofSeconds(30));
        assertThat(backing.redis().alive()).isTrue();
    }

    @Test
    void theFakeGivenToTheTestIsTheOneTheServiceTalksTo() {
        assertThat(users.url()).isEqualTo(userServiceUrl);
    }
}

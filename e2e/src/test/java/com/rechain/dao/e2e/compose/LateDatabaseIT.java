package com.rechain.dao.e2e.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.e2e.support.Community;
import com.rechain.dao.e2e.support.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Services that are started while their primary is away. */
@Isolated("has the platform to itself")
class LateDatabaseIT {
    private static final Duration VOTING = Duration.ofMinutes(5);

    private final ComposeStack stack = ComposeStack.get();

    @Test
    void aServiceThatStartsWithoutItsPrimaryIsLiveAndServesSoonAfterThatIsBack() {
        List<String> services = stack.containers("user-service");
        stack.stop("mysql-primary");
        try {
            services.forEach(stack::restartUnready);
            for (String service : services) {
                assertThat(stack.probe(service, "/q/health/live")).isTrue();
                assertThat(stack.probe(service, "/q/health/ready")).isFalse();
            }
        } finally {
            stack.start("mysql-primary");
        }
        services.forEach(stack::awaitHealthy);

        // Signing in needs a key out of the database, which could not be read at the start.
        Community community = Community.of(1);

        // Writing a proposal asks user-service, which may have other addresses now.
        assertThat(Waiting.until(() -> community.openVote(VOTING), Objects::nonNull)).isNotNull();
    }
}

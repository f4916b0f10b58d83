package com.rechain.dao.e2e.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.e2e.support.Community;
import com.rechain.dao.e2e.support.MixedLoad;
import com.rechain.dao.e2e.support.Vote;
import com.rechain.dao.perf.load.LoadResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Every container of every service is restarted in turn, and nobody outside notices. */
@Isolated("has the platform to itself")
class RollingRestartIT {
    private static final int RATE = 100;
    private static final int ENOUGH = 20_000;

    @Test
    void noRequestFailsWhileEveryServiceIsRestartedInTurn() {
        Vote vote = Community.of(40).openVote(Duration.ofMinutes(30));
        ComposeStack stack = ComposeStack.get();

        LoadResult result =
                MixedLoad.during(
                        vote,
                        RATE,
                        ENOUGH,
                        () ->
                                List.of(
                                                "user-service",
                                                "proposal-service",
                                                "voting-service",
                                                "gateway")
                                        .forEach(service ->
                                                stack.containers(service).forEach(stack::restart)));

        System.out.println(MixedLoad.line("rolling restart under docker compose", result));
        assertThat(result.failed()).as("%s", result.statuses()).isZero();
        assertThat(result.succeeded()).isGreaterThanOrEqualTo(ENOUGH).isEqualTo(result.sent());
    }
}

package com.rechain.dao.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.devstack.backing.BackingServer;
import com.rechain.dao.devstack.client.ApiClient;
import com.rechain.dao.devstack.client.Reply;
import com.rechain.dao.e2e.support.Community;
import com.rechain.dao.e2e.support.Suite;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Who has written sees what was written, wherever the replica stands. */
@Isolated("stops the replica")
class ReadYourWritesIT {
    private static final int PAIRS = 1_000;
    private static final int PAIRS_PER_FAULT = 250;

    private String freshness;

    @Test
    void aThousandWritesAreReadBackWhileTheReplicaStopsAndStarts() {
        Community community = Community.of(0);
        Reply draft = aDraft(community);
        freshness = draft.header("Freshness-Token");
        String path = "/api/v1/proposals/" + draft.text("id");
        BackingServer replica = Suite.get().backing().replica().server();

        int stale = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            // Well, gone, starting and behind, well again: each for a quarter of the pairs.
            if (pair % PAIRS_PER_FAULT == 0) {
                switch (pair / PAIRS_PER_FAULT) {
                    case 1 -> replica.kill();
                    case 2 ->
                            CompletableFuture.runAsync(() -> {
                                replica.start();
                                replica.awaitReady(Duration.ofSeconds(60));
                            });
                    default -> {}
                }
            }
            stale +=
                    writeThenRead(
                                    community.owner().api(),
                                    community,
                                    path,
                                    "A title of pair number " + pair)
                            ? 0
                            : 1;
        }
        replica.awaitReady(Duration.ofSeconds(60));

        assertThat(stale).isZero();
    }

    /** Whether both the thing itself and the list that shows it are as they were just written. */
    private boolean writeThenRead(ApiClient api, Community community, String path, String title) {
        String etag = api.with("Freshness-Token", freshness).get(path).orFail().header("ETag");
        Reply written = api.with("If-Match", etag).patch(path, Map.of("title", title)).orFail();
        freshness = written.header("Freshness-Token");
        ApiClient fresh = api.with("Freshness-Token", freshness);
        Reply list =
                fresh.get("/api/v1/proposals?state=DRAFT&authorId=" + community.owner().id())
                        .orFail();
        return fresh.get(path).orFail().text("title").equals(title)
                && list.json().at("/items/0/title").asText().equals(title);
    }

    private static Reply aDraft(Community community) {
        Instant start = Instant.now().plus(Duration.ofDays(1));
        return community
                .owner()
                .api()
                .post(
                        "/api/v1/proposals",
                        Map.of(
                                "spaceId", community.spaceId(),
                                "title", "A title that changes often",
                                "body",
                                        "A body of at least fifty characters, as the limits of a proposal ask for it.",
                                "system", "basic",
                                "choices", List.of("For", "Against", "Abstain"),
                                "startsAt", start.toString(),
                                "endsAt", start.plus(Duration.ofDays(1)).toString()))
                .orFail();
    }
}

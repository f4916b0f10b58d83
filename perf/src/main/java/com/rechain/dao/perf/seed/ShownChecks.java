package com.rechain.dao.perf.seed;

import com.rechain.dao.devstack.client.ApiClient;
import com.rechain.dao.devstack.client.Reply;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * Whether the gateway shows what the databases hold. Caches may still hold the past for as long as
 * their entries live; after that they may not.
 */
final class ShownChecks {
    private static final long LONGEST_STALE = Duration.ofSeconds(60).toNanos();
    private static final long POLL_NANOS = Duration.ofMillis(500).toNanos();
    private static final String NEWEST =
            """
            SELECT p.id FROM proposal p JOIN space_reference s ON s.id = p.space_id AND s.visibility = 'PUBLIC'
            WHERE p.status = 'PUBLISHED' ORDER BY p.listed_at DESC, p.id DESC LIMIT 10\
            """;
    private static final String CAST =
            "SELECT COUNT(*), COALESCE(SUM(weight), 0) FROM ballot WHERE proposal_id = ? AND weight > 0";

    private final ApiClient anyone;
    private final Connection proposals;
    private final Connection voting;
    private final Finding shown =
            new Finding("the gateway lists the newest proposals, and shows their tallies");

    ShownChecks(ApiClient anyone, Connection proposals, Connection voting) {
        this.anyone = anyone;
        this.proposals = proposals;
        this.voting = voting;
    }

    Finding run() throws SQLException {
        List<UUID> newest = new ArrayList<>();
        Sql.each(proposals, NEWEST, row -> newest.add(Sql.id(row, 1)));
        for (UUID id : newest) {
            list(id);
            tally(id);
        }
        return shown;
    }

    private void list(UUID id) {
        long deadline = System.nanoTime() + LONGEST_STALE;
        while (!isListed(id)) {
            if (System.nanoTime() > deadline) {
                shown.broken("the list lacks " + id);
                return;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        shown.looked(1);
    }

    private boolean isListed(UUID id) {
        Reply list = anyone.get("/api/v1/proposals?limit=100");
        return list.succeeded() && list.body().contains(id.toString());
    }

    private void tally(UUID id) throws SQLException {
        Reply tally = anyone.get("/api/v1/proposals/" + id + "/tally");
        Sql.each(
                voting,
                CAST,
                List.of(id),
                row ->
                        shown.equal(
                                id,
                                row.getLong(1) + " ballots of " + Sql.number(row, 2),
                                tally.json().path("ballots").asLong()
                                        + " ballots of "
                                        + tally.text("weight")));
    }
}

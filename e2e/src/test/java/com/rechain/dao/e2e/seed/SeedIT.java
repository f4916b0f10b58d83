package com.rechain.dao.e2e.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.rechain.dao.devstack.backing.Schema;
import com.rechain.dao.devstack.client.Reply;
import com.rechain.dao.devstack.client.SignedIn;
import com.rechain.dao.e2e.support.Platform;
import com.rechain.dao.e2e.support.Suite;
import com.rechain.dao.e2e.support.Waiting;
import com.rechain.dao.perf.cli.UsageException;
import com.rechain.dao.perf.platform.Stores;
import com.rechain.dao.perf.queries.Review;
import com.rechain.dao.perf.seed.Checks;
import com.rechain.dao.perf.seed.SeedSize;
import com.rechain.dao.perf.seed.Seeding;
import com.rechain.dao.test.backing.DaoRoot;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What is seeded is as good as what was made through the API, and life goes on from there. */
@Isolated("compares whole databases")
class SeedIT {
    private static final int USERS = 300;
    private static final SeedSize SIZE =
            new SeedSize(USERS, 240, 4_000, 200, 7, Instant.now().truncatedTo(ChronoUnit.DAYS));

    private static Stores target;

    @BeforeAll
    static void seed() throws Exception {
        target = new Stores(Suite.get().backing(), Platform.url());
        new Seeding(target, System.out).seed(SIZE);
    }

    @Test
    void everythingHolds() {
        // What other tests have left behind is still on its way from one service to the next.
        Waiting.until(this::holds, holds -> holds);
    }

    private boolean holds() {
        try {
            return new Checks(target, System.out).run();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aSecondSeedIsRefused() {
        assertThatThrownBy(() -> new Seeding(target, System.out).seed(SIZE))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("seeded before");
    }

    @Test
    void whoWasSeededSignsInVotesAndIsCounted() {
        SignedIn voter =
                SignedIn.signIn(Platform.anyone(), "seed-0000299@seed.example", Seeding.PASSWORD);
        String vote = "/api/v1/proposals/" + largest() + "/";
        long before = Platform.anyone().get(vote + "tally").json().path("ballots").asLong();
        boolean had = voter.api().get(vote + "ballot").succeeded();

        Reply receipt = voter.api().put(vote + "ballot", Map.of("choice", 2)).orFail();

        assertThat(receipt.text("choice")).isEqualTo("2");
        Waiting.until(
                () -> Platform.anyone().get(vote + "tally"),
                tally -> tally.json().path("ballots").asLong() == before + (had ? 0 : 1));
    }

    @Test
    void listsSearchAndResultsShowWhatWasSeeded() {
        Reply found =
                Waiting.until(
                        () -> Platform.anyone().get("/api/v1/proposals?q=treasury&limit=100"),
                        reply -> reply.succeeded() && !reply.json().path("items").isEmpty());
        assertThat(found.body()).contains("treasury");
        Reply closed =
                Waiting.until(
                        () -> Platform.anyone().get("/api/v1/proposals?state=COMPLETED&limit=1"),
                        reply -> reply.succeeded() && !reply.json().path("items").isEmpty());
        String id = closed.json().at("/items/0/id").asText();
        Reply result = Platform.anyone().get("/api/v1/proposals/" + id + "/result").orFail();
        assertThat(result.text("outcome")).isEqualTo("SUCCEEDED");
    }

    @Test
    void whatWasTamperedWithIsNamed() throws SQLException {
        String counter =
                "UPDATE tally_counter SET weight = weight %s 1 ORDER BY proposal_id, choice LIMIT 1";
        try (Connection voting = target.primary(Schema.VOTING);
                Statement statement = voting.createStatement()) {
            statement.executeUpdate(counter.formatted("+"));
            ByteArrayOutputStream said = new ByteArrayOutputStream();

            boolean holds;
            try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
                holds = new Checks(target, out).run();
            } finally {
                statement.executeUpdate(counter.formatted("-"));
            }

            assertThat(holds).isFalse();
            assertThat(said.toString(StandardCharsets.UTF_8))
                    .contains("BROKEN")
                    .contains("the counters of every vote equal a recount: 1 are not so");
        }
    }

    /** Whether plans are good shows on larger data; here they all have to be there. */
    @Test
    void everyStatementOfTheServicesCanBeTried() throws SQLException {
        assumeTrue(
                Files.exists(DaoRoot.path().resolve("perf/queries/voting-service.jsonl")),
                "no catalogue yet");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            Review.in(DaoRoot.path(), out).run(target);
        }

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("user-service", "proposal-service", "voting-service", "unused?")
                .doesNotContainPattern("(?m)^FAILED");
    }

    private static String largest() {
        return Waiting.until(
                        () ->
                                Platform.anyone()
                                        .get("/api/v1/proposals?limit=1&spaceId=" + spaceOfAll()),
                        reply -> reply.succeeded() && !reply.json().path("items").isEmpty())
                .json()
                .at("/items/0/id")
                .asText();
    }

    private static String spaceOfAll() {
        return Platform.anyone().get("/api/v1/spaces/seed-all").orFail().text("id");
    }
}

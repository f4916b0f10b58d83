package com.rechain.dao.perf.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.tally.ballot.BallotCheck;
import com.rechain.dao.tally.ballot.Choice;
import com.rechain.dao.tally.json.StrictJson;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.system.VotingSystem;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All boxes of a voting schema in pages, so that a page's votes can be asked for together. */
final class Boxes {
    private static final int PAGE = 200;
    private static final String SELECT =
            """
            SELECT proposal_id, space_id, choices, rules, rules_hash, starts_at, ends_at, COALESCE(scheduled_ends_at, ends_at),
                state, outcome, delegated
            FROM box WHERE proposal_id > ? ORDER BY proposal_id LIMIT %d\
            """
                    .formatted(PAGE);

    private final Connection voting;
    private final Map<String, Rules> parsed = new HashMap<>();

    Boxes(Connection voting) {
        this.voting = voting;
    }

    /** A box as it stands. */
    record Box(
            UUID id,
            UUID spaceId,
            List<String> choices,
            Rules rules,
            String rulesHash,
            Instant startsAt,
            Instant endsAt,
            Instant scheduledEnd,
            String state,
            @Nullable String outcome,
            boolean delegated) {

        VotingSystem system() {
            return VotingSystem.of(rules.system());
        }

        Choice choice(String stored) {
            JsonNode json = StrictJson.parse(stored).orElseThrow();
            return switch (system().check(json, choices.size(), rules)) {
                case BallotCheck.Valid(Choice valid) -> valid;
                case BallotCheck.Invalid(var fault) ->
                        throw new IllegalStateException("a stored choice is not valid: " + fault);
            };
        }
    }

    /** Takes a page of boxes, by id. */
    interface Taker {
        void take(Map<UUID, Box> page) throws SQLException;
    }

    void pages(Taker taker) throws SQLException {
        UUID after = new UUID(0, 0);
        while (true) {
            Map<UUID, Box> page = new HashMap<>();
            List<UUID> last = new ArrayList<>(List.of(after));
            Sql.each(
                    voting,
                    SELECT,
                    List.of(after),
                    row -> {
                        Box box = box(row);
                        page.put(box.id(), box);
                        last.set(0, box.id());
                    });
            if (page.isEmpty()) {
                return;
            }
            taker.take(page);
            after = last.getFirst();
        }
    }

    private Box box(ResultSet row) throws SQLException {
        String rules = row.getString(4);
        List<String> choices = new ArrayList<>();
        StrictJson.parse(row.getString(3))
                .orElseThrow()
                .forEach(text -> choices.add(text.asText()));
        return new Box(
                Sql.id(row, 1),
                Sql.id(row, 2),
                choices,
                parsed.computeIfAbsent(rules, text -> Rules.parse(text).orElseThrow()),
                row.getString(5),
                Objects.requireNonNull(Sql.time(row, 6)),
                Objects.requireNonNull(Sql.time(row, 7)),
                Objects.requireNonNull(Sql.time(row, 8)),
                row.getString(9),
                row.getString(10),
                row.getBoolean(11));
    }
}

package com.rechain.dao.perf.seed;

import com.rechain.dao.perf.seed.Boxes.Box;
import com.rechain.dao.tally.ballot.Count;
import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.tally.json.Sha256;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.record.CertifiedResult;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Counts every vote again: the counters say the same, and so do the certified results. */
final class VoteChecks {
    private static final String BALLOTS =
            """
            SELECT proposal_id, choice, weight, COUNT(*) FROM ballot
            WHERE proposal_id IN %s AND weight > 0 GROUP BY proposal_id, choice, weight\
            """;
    private static final String COUNTERS =
            """
            SELECT proposal_id, choice, SUM(weight), SUM(ballots) FROM tally_counter
            WHERE proposal_id IN %s GROUP BY proposal_id, choice\
            """;
    private static final String RESULTS =
            """
            SELECT r.proposal_id, r.outcome, r.document, r.result_hash, e.total_weight, e.voters, e.merkle_root
            FROM result r JOIN electorate e ON e.proposal_id = r.proposal_id WHERE r.proposal_id IN %s\
            """;

    private final Connection voting;
    private final Finding counters = new Finding("the counters of every vote equal a recount");
    private final Finding results =
            new Finding("every certified result is what its ballots, rules and electorate give");
    private final Finding closed = new Finding("every closed box has a result");

    VoteChecks(Connection voting) {
        this.voting = voting;
    }

    List<Finding> run() throws SQLException {
        new Boxes(voting).pages(this::check);
        return List.of(counters, results, closed);
    }

    private void check(Map<UUID, Box> boxes) throws SQLException {
        List<UUID> ids = List.copyOf(boxes.keySet());
        String in = Sql.list(ids.size());
        Map<UUID, Tally> recount = new HashMap<>();
        boxes.forEach((id, box) -> recount.put(id, box.system().emptyTally(box.choices().size())));
        Sql.each(
                voting,
                BALLOTS.formatted(in),
                ids,
                row -> {
                    UUID id = Sql.id(row, 1);
                    long ballots = row.getLong(4);
                    BigInteger weight = Sql.number(row, 3).multiply(BigInteger.valueOf(ballots));
                    Box box = Objects.requireNonNull(boxes.get(id));
                    Objects.requireNonNull(recount.get(id))
                            .add(box.choice(row.getString(2)), new Count(weight, ballots));
                });
        Map<UUID, Map<String, Count>> running = running(in, ids);
        recount.forEach((id, tally) ->
                counters.equal(id, tally.counters(), running.getOrDefault(id, Map.of())));
        results(boxes, recount, in, ids);
    }

    private Map<UUID, Map<String, Count>> running(String in, List<UUID> ids) throws SQLException {
        Map<UUID, Map<String, Count>> running = new HashMap<>();
        Sql.each(
                voting,
                COUNTERS.formatted(in),
                ids,
                row -> {
                    Count count = new Count(Sql.number(row, 3), row.getLong(4));
                    if (!count.isZero()) {
                        running.computeIfAbsent(Sql.id(row, 1), _ -> new HashMap<>())
                                .put(row.getString(2), count);
                    }
                });
        return running;
    }

    private void results(Map<UUID, Box> boxes, Map<UUID, Tally> recount, String in, List<UUID> ids)
            throws SQLException {
        Map<UUID, String> outcomes = new HashMap<>();
        Sql.each(
                voting,
                RESULTS.formatted(in),
                ids,
                row -> {
                    UUID id = Sql.id(row, 1);
                    Box box = Objects.requireNonNull(boxes.get(id));
                    Eligible eligible = new Eligible(Sql.number(row, 5), row.getLong(6));
                    Tally tally = Objects.requireNonNull(recount.get(id));
                    Decision decision =
                            box.system().decide(tally, box.choices().size(), box.rules(), eligible);
                    String root = HexFormat.of().formatHex(row.getBytes(7));
                    results.equal(id, document(box, eligible, root, decision), row.getString(3));
                    results.equal(id, Sha256.hex(row.getString(3)), row.getString(4));
                    outcomes.put(id, row.getString(2));
                });
        boxes.values().stream()
                .filter(box -> box.state().equals("CLOSED"))
                .forEach(box ->
                        closed.equal(
                                box.id(),
                                String.valueOf(box.outcome()),
                                outcomes.getOrDefault(box.id(), "no result")));
    }

    private static String document(Box box, Eligible eligible, String root, Decision decision) {
        return new CertifiedResult(
                        box.id(),
                        box.spaceId(),
                        box.choices(),
                        box.rules(),
                        box.startsAt(),
                        box.endsAt(),
                        box.scheduledEnd())
                .document(eligible, root, decision);
    }
}

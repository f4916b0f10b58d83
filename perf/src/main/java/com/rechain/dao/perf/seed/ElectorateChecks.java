package com.rechain.dao.perf.seed;

import com.rechain.dao.perf.seed.Boxes.Box;
import com.rechain.dao.tally.json.CanonicalJson;
import com.rechain.dao.tally.json.StrictJson;
import com.rechain.dao.tally.log.MerkleTree;
import com.rechain.dao.tally.record.EligibleVoter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Derives every electorate again: its root over the entries, what delegates receive over the flows,
 * and own weights over user-service's ledger.
 */
final class ElectorateChecks {
    private static final String READY =
            """
            SELECT proposal_id, space_id, taken_at, voters, total_weight, merkle_root FROM electorate
            WHERE state = 'READY' AND proposal_id IN %s\
            """;
    private static final String ENTRIES =
            """
            SELECT voter_id, own_weight, received_weight, sources_root, leaf_hash FROM electorate_entry
            WHERE proposal_id = ? ORDER BY voter_id\
            """;
    private static final String FLOWS =
            "SELECT target_id, owner_id, amount, path FROM electorate_flow WHERE proposal_id = ? ORDER BY flow_no";
    private static final String LEDGER =
            """
            SELECT weight FROM weight_checkpoint WHERE space_id = ? AND account_id = ? AND effective_at <= ?
            ORDER BY effective_at DESC LIMIT 1\
            """;

    /** The ledger is asked for one entry in so many. */
    private static final int ONE_IN = 1_000;

    private final Connection users;
    private final Connection voting;
    private final Finding roots =
            new Finding("every electorate's root, size and weight follow from its entries");
    private final Finding sources =
            new Finding("what delegates receive follows from the frozen flows");
    private final Finding ledger =
            new Finding("own weights are those of the ledger at that instant (one in 1,000)");

    ElectorateChecks(Connection users, Connection voting) {
        this.users = users;
        this.voting = voting;
    }

    List<Finding> run() throws SQLException {
        new Boxes(voting).pages(this::check);
        return List.of(roots, sources, ledger);
    }

    private record Ready(
            UUID id, UUID spaceId, Instant at, long voters, BigInteger total, String root) {}

    private void check(Map<UUID, Box> boxes) throws SQLException {
        Map<UUID, Ready> ready = new HashMap<>();
        List<UUID> ids = List.copyOf(boxes.keySet());
        Sql.each(
                voting,
                READY.formatted(Sql.list(ids.size())),
                ids,
                row ->
                        ready.put(
                                Sql.id(row, 1),
                                new Ready(
                                        Sql.id(row, 1),
                                        Sql.id(row, 2),
                                        Objects.requireNonNull(Sql.time(row, 3)),
                                        row.getLong(4),
                                        Sql.number(row, 5),
                                        HexFormat.of().formatHex(row.getBytes(6)))));
        for (Ready electorate : ready.values()) {
            boolean delegated = Objects.requireNonNull(boxes.get(electorate.id())).delegated();
            check(electorate, delegated ? received(electorate.id()) : Map.of());
        }
    }

    /** What somebody receives, and the root over it. */
    private static final class Received {
        private final MerkleTree tree = new MerkleTree();
        private BigInteger amount = BigInteger.ZERO;

        void add(String canonical, BigInteger more) {
            tree.append(MerkleTree.leafHash(canonical.getBytes(StandardCharsets.UTF_8)));
            amount = amount.add(more);
        }

        String text() {
            return amount + " " + HexFormat.of().formatHex(tree.root());
        }
    }

    private Map<UUID, Received> received(UUID proposal) throws SQLException {
        Map<UUID, Received> received = new HashMap<>();
        Sql.each(
                voting,
                FLOWS,
                List.of(proposal),
                row -> {
                    BigInteger amount = Sql.number(row, 3);
                    String canonical =
                            "{\"amount\":\"%s\",\"ownerId\":\"%s\",\"path\":%s}"
                                    .formatted(
                                            amount,
                                            Sql.id(row, 2),
                                            CanonicalJson.text(
                                                    StrictJson.parse(row.getString(4))
                                                            .orElseThrow()));
                    received.computeIfAbsent(Sql.id(row, 1), _ -> new Received())
                            .add(canonical, amount);
                });
        return received;
    }

    private void check(Ready electorate, Map<UUID, Received> received) throws SQLException {
        MerkleTree tree = new MerkleTree();
        BigInteger[] total = {BigInteger.ZERO};
        Map<UUID, BigInteger> sampled = new HashMap<>();
        Sql.each(
                voting,
                ENTRIES,
                List.of(electorate.id()),
                row -> {
                    EligibleVoter voter = voter(row);
                    tree.append(voter.leafHash());
                    total[0] = total[0].add(voter.ownWeight());
                    sources(voter, received);
                    if (Math.floorMod(voter.hashCode(), ONE_IN) == 0) {
                        sampled.put(voter.voterId(), voter.ownWeight());
                    }
                });
        roots.equal(
                electorate.id(),
                electorate.root() + " " + electorate.voters() + " " + electorate.total(),
                HexFormat.of().formatHex(tree.root()) + " " + tree.size() + " " + total[0]);
        for (Map.Entry<UUID, BigInteger> entry : sampled.entrySet()) {
            ledger.equal(
                    entry.getKey(), weightOnLedger(electorate, entry.getKey()), entry.getValue());
        }
    }

    private void sources(EligibleVoter voter, Map<UUID, Received> received) {
        Received from = received.get(voter.voterId());
        if (from != null || voter.sourcesRoot() != null) {
            sources.equal(
                    voter.voterId(),
                    from == null ? "nothing" : from.text(),
                    voter.receivedWeight() + " " + voter.sourcesRoot());
        }
    }

    private static EligibleVoter voter(ResultSet row) throws SQLException {
        byte[] root = row.getBytes(4);
        return new EligibleVoter(
                Sql.id(row, 1),
                Sql.number(row, 2),
                Sql.number(row, 3),
                root == null ? null : HexFormat.of().formatHex(root));
    }

    private BigInteger weightOnLedger(Ready electorate, UUID voter) throws SQLException {
        try (PreparedStatement select = users.prepareStatement(LEDGER)) {
            select.setBytes(1, Sql.bytes(electorate.spaceId()));
            select.setBytes(2, Sql.bytes(voter));
            select.setObject(3, LocalDateTime.ofInstant(electorate.at(), ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Sql.number(row, 1) : BigInteger.ZERO;
            }
        }
    }
}

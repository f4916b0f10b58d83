package com.rechain.dao.perf.seed;

import com.rechain.dao.perf.seed.Boxes.Box;
import com.rechain.dao.tally.json.Sha256;
import com.rechain.dao.tally.record.RecordedBallot;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Writes every recorded ballot again: the same hash, the same receipt, byte for byte. */
final class BallotChecks {
    private static final String REVISIONS =
            """
            SELECT proposal_id, voter_id, revision, choice, weight, reason, nonce, cast_at, ballot_hash, receipt
            FROM ballot_revision WHERE proposal_id IN %s\
            """;

    private final Connection voting;
    private final Finding receipts =
            new Finding("every ballot ever cast has the hash and the receipt that follow from it");

    BallotChecks(Connection voting) {
        this.voting = voting;
    }

    Finding run() throws SQLException {
        new Boxes(voting)
                .pages(boxes -> {
                    List<UUID> ids = List.copyOf(boxes.keySet());
                    Sql.each(
                            voting,
                            REVISIONS.formatted(Sql.list(ids.size())),
                            ids,
                            row -> check(row, boxes));
                });
        return receipts;
    }

    private void check(ResultSet row, Map<UUID, Box> boxes) throws SQLException {
        UUID proposal = Sql.id(row, 1);
        String reason = row.getString(6);
        RecordedBallot ballot =
                new RecordedBallot(
                        proposal,
                        Sql.id(row, 2),
                        row.getInt(3),
                        row.getString(4),
                        reason == null ? null : Sha256.hex(reason),
                        Sql.number(row, 5),
                        Objects.requireNonNull(boxes.get(proposal)).rulesHash(),
                        HexFormat.of().formatHex(row.getBytes(7)),
                        Objects.requireNonNull(Sql.time(row, 8)));
        String hash = ballot.hash();
        boolean same =
                hash.equals(HexFormat.of().formatHex(row.getBytes(9)))
                        && ballot.receipt(hash).equals(row.getString(10));
        receipts.looked(1);
        if (!same) {
            receipts.broken("that of %s on %s".formatted(ballot.voterId(), proposal));
        }
    }
}

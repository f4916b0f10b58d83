package com.rechain.dao.perf.seed;

import com.rechain.dao.perf.seed.Rows.Sink;
import com.rechain.dao.tally.json.CanonicalJson;
import com.rechain.dao.tally.power.Flow;
import com.rechain.dao.tally.record.EligibleVoter;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Who may vote: electorates, their entries, and the weight that flows between them. */
final class ElectorateRows implements AutoCloseable {
    private final Rows electorates;
    private final Rows entries;
    private final Rows flows;
    private final Rows via;

    ElectorateRows(Sink sink) {
        electorates =
                new Rows(
                        sink,
                        "electorate",
                        "proposal_id, space_id, taken_at, state, attempts, next_attempt_at, voters, total_weight, merkle_root, ready_at");
        entries =
                new Rows(
                        sink,
                        "electorate_entry",
                        "proposal_id, voter_id, own_weight, received_weight, leaf_hash, sources_root");
        flows =
                new Rows(
                        sink,
                        "electorate_flow",
                        "proposal_id, flow_no, owner_id, target_id, amount, path");
        via = new Rows(sink, "electorate_flow_via", "proposal_id, via_id, flow_no");
    }

    /** Lets rows of {@code others} follow these. */
    void before(Rows others) {
        others.after(electorates).after(entries).after(flows).after(via);
    }

    void write(Seeded proposal, Roll roll) throws SQLException {
        boolean ready = proposal.stage().hasElectorate();
        electorates.row().id(proposal.id()).id(proposal.spaceId()).time(proposal.startsAt());
        electorates.text(ready ? "READY" : "WAITING").number(ready ? 1 : 0);
        electorates.time(proposal.startsAt());
        if (ready) {
            electorates.number(roll.size()).number(roll.eligible().weight());
            electorates.bytes(roll.root()).time(proposal.readyAt()).end();
        } else {
            electorates.nothing().nothing().nothing().nothing().end();
        }
    }

    void entry(UUID proposal, EligibleVoter voter) throws SQLException {
        String sources = voter.sourcesRoot();
        entries.row().id(proposal).id(voter.voterId());
        entries.number(voter.ownWeight()).number(voter.receivedWeight());
        entries.bytes(voter.leafHash());
        if (sources == null) {
            entries.nothing().end();
        } else {
            entries.hex(sources).end();
        }
    }

    void flows(Seeded proposal, List<Flow> all) throws SQLException {
        for (int number = 0; number < all.size(); number++) {
            Flow flow = all.get(number);
            flows.row().id(proposal.id()).number(number).id(flow.ownerId()).id(flow.targetId());
            flows.number(flow.amount()).text(CanonicalJson.text(flow.pathJson())).end();
            for (UUID hand : flow.via()) {
                via.row().id(proposal.id()).id(hand).number(number).end();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        for (Rows rows : List.of(electorates, entries, flows, via)) {
            rows.close();
        }
    }
}

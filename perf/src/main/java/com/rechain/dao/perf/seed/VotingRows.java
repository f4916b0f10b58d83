package com.rechain.dao.perf.seed;

import com.rechain.dao.perf.seed.Rows.Sink;
import com.rechain.dao.perf.seed.Seeded.Stage;
import com.rechain.dao.tally.ballot.Count;
import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.tally.json.CanonicalJson;
import com.rechain.dao.tally.json.Sha256;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.power.Flow;
import com.rechain.dao.tally.record.CertifiedResult;
import com.rechain.dao.tally.record.EligibleVoter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What voting-service owns: boxes, electorates, counters and results, ballots by {@link
 * BallotRows}.
 */
final class VotingRows implements AutoCloseable {
    private final Layout layout;
    private final Verdicts verdicts;
    private final Rows spaces;
    private final Rows boxes;
    private final Rows electorates;
    private final Rows entries;
    private final Rows flows;
    private final Rows via;
    private final Rows counters;
    private final Rows announced;
    private final Rows results;
    private final BallotRows ballots;

    VotingRows(Layout layout, Sink sink, Verdicts verdicts) {
        this.layout = layout;
        this.verdicts = verdicts;
        spaces = new Rows(sink, "space_visibility", "space_id, visibility, version");
        boxes =
                new Rows(
                        sink,
                        "box",
                        "proposal_id, space_id, choices, rules, rules_hash, starts_at, ends_at, scheduled_ends_at, state, outcome, published_at, labels, delegated");
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
        counters = new Rows(sink, "tally_counter", "proposal_id, choice, shard, weight, ballots");
        announced = new Rows(sink, "tally_announcement", "proposal_id, announced_at, fingerprint");
        results =
                new Rows(
                        sink,
                        "result",
                        "proposal_id, round, outcome, document, result_hash, certified_at");
        ballots = new BallotRows(layout, sink);
    }

    void write() throws SQLException {
        for (int space = 0; space < layout.spaces(); space++) {
            spaces.row().id(layout.ids().space(space)).text("PUBLIC").number(0).end();
        }
        for (int i = 0; i < layout.size().proposals(); i++) {
            Seeded proposal = layout.proposal(i);
            if (proposal.stage() != Stage.DRAFT) {
                write(proposal, verdicts.roll(proposal.space()));
            }
        }
    }

    private void write(Seeded proposal, Roll roll) throws SQLException {
        electorate(proposal, roll);
        Turnout turnout = new Turnout(layout, roll, proposal);
        Tally tally = proposal.system().emptyTally(proposal.options().size());
        if (proposal.stage().hasElectorate()) {
            flows(proposal, roll.flows());
            for (int member = 0; member < roll.size(); member++) {
                EligibleVoter voter = roll.voter(member);
                entry(proposal.id(), voter);
                if (turnout.votes(member)) {
                    ballots.write(proposal, turnout, member, voter);
                    turnout.add(tally, member, Turnout.weight(voter));
                }
            }
        }
        count(proposal, tally);
        Decision decision =
                proposal.system()
                        .decide(
                                tally,
                                proposal.options().size(),
                                proposal.rules(),
                                roll.eligible());
        box(proposal, roll, decision);
        if (proposal.stage() == Stage.CLOSED) {
            result(proposal, roll, decision);
        }
    }

    private void box(Seeded proposal, Roll roll, Decision decision) throws SQLException {
        boolean closed = proposal.stage() == Stage.CLOSED;
        boxes.row().id(proposal.id()).id(proposal.spaceId());
        boxes.text(ProposalRows.json(proposal.options()));
        boxes.text(proposal.paper().rulesText()).text(proposal.paper().rulesHash());
        boxes.time(proposal.startsAt()).time(proposal.endsAt()).time(proposal.endsAt());
        boxes.text(proposal.stage() == Stage.PENDING ? "WAITING" : proposal.stage().name());
        if (closed) {
            boxes.text(decision.verdict().name());
        } else {
            boxes.nothing();
        }
        boxes.time(proposal.publishedAt());
        boxes.text(ProposalRows.json(Words.labels(layout.chance(), proposal.index())));
        boolean delegated = proposal.stage().hasElectorate() && !roll.flows().isEmpty();
        boxes.number(delegated ? 1 : 0).end();
    }

    private void electorate(Seeded proposal, Roll roll) throws SQLException {
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

    private void entry(UUID proposal, EligibleVoter voter) throws SQLException {
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

    private void flows(Seeded proposal, List<Flow> all) throws SQLException {
        for (int number = 0; number < all.size(); number++) {
            Flow flow = all.get(number);
            flows.row().id(proposal.id()).number(number).id(flow.ownerId()).id(flow.targetId());
            flows.number(flow.amount()).text(CanonicalJson.text(flow.pathJson())).end();
            for (UUID hand : flow.via()) {
                via.row().id(proposal.id()).id(hand).number(number).end();
            }
        }
    }

    private void count(Seeded proposal, Tally tally) throws SQLException {
        Map<String, Count> counted = tally.counters();
        for (Map.Entry<String, Count> counter : counted.entrySet()) {
            counters.row().id(proposal.id()).text(counter.getKey()).number(0);
            counters.number(counter.getValue().weight());
            counters.number(counter.getValue().ballots()).end();
        }
        if (!counted.isEmpty()) {
            // What the announcer would have noted after the last ballot.
            byte[] fingerprint = Sha256.of(counted.toString().getBytes(StandardCharsets.US_ASCII));
            announced.row().id(proposal.id()).time(proposal.readyAt()).bytes(fingerprint).end();
        }
    }

    private void result(Seeded proposal, Roll roll, Decision decision) throws SQLException {
        String document =
                new CertifiedResult(
                                proposal.id(),
                                proposal.spaceId(),
                                proposal.options(),
                                proposal.rules(),
                                proposal.startsAt(),
                                proposal.endsAt(),
                                proposal.endsAt())
                        .document(roll.eligible(), HexFormat.of().formatHex(roll.root()), decision);
        results.row().id(proposal.id()).number(1).text(decision.verdict().name());
        results.text(document).text(Sha256.hex(document)).time(proposal.certifiedAt()).end();
    }

    @Override
    public void close() throws SQLException {
        List<Rows> all =
                List.of(
                        spaces,
                        boxes,
                        electorates,
                        entries,
                        flows,
                        via,
                        counters,
                        announced,
                        results);
        for (Rows rows : all) {
            rows.close();
        }
        ballots.close();
    }
}

package com.rechain.dao.perf.seed;

import com.rechain.dao.perf.seed.Rows.Sink;
import com.rechain.dao.perf.seed.Seeded.Stage;
import com.rechain.dao.tally.ballot.Count;
import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.tally.json.Sha256;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.record.CertifiedResult;
import com.rechain.dao.tally.record.EligibleVoter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What voting-service owns: boxes, counters and results, electorates by {@link ElectorateRows} and
 * ballots by {@link BallotRows}.
 */
final class VotingRows implements AutoCloseable {
    private final Layout layout;
    private final Verdicts verdicts;
    private final Rows spaces;
    private final Rows boxes;
    private final ElectorateRows electorates;
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
        electorates = new ElectorateRows(sink);
        counters = new Rows(sink, "tally_counter", "proposal_id, choice, shard, weight, ballots");
        announced = new Rows(sink, "tally_announcement", "proposal_id, announced_at, fingerprint");
        results =
                new Rows(
                        sink,
                        "result",
                        "proposal_id, round, outcome, document, result_hash, certified_at");
        ballots = new BallotRows(layout, sink);
        // Services act on what boxes they find: a box comes when everything of its vote is there.
        electorates.before(boxes);
        List.of(counters, announced, results).forEach(boxes::after);
        ballots.before(boxes);
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
        electorates.write(proposal, roll);
        Turnout turnout = new Turnout(layout, roll, proposal);
        Tally tally = proposal.system().emptyTally(proposal.options().size());
        if (proposal.stage().hasElectorate()) {
            electorates.flows(proposal, roll.flows());
            for (int member = 0; member < roll.size(); member++) {
                EligibleVoter voter = roll.voter(member);
                electorates.entry(proposal.id(), voter);
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
        spaces.close();
        boxes.close();
        electorates.close();
        for (Rows rows : List.of(counters, announced, results)) {
            rows.close();
        }
        ballots.close();
    }
}

package com.rechain.dao.perf.seed;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.perf.seed.Seeded.Stage;
import com.rechain.dao.tally.ballot.Tally;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LayoutTest {
    private static final Instant AT = Instant.parse("2026-11-26T00:00:00Z");
    private static final SeedSize SMALL = new SeedSize(300, 250, 4_000, 200, 7, AT);

    private final Layout layout = new Layout(SMALL);

    @Test
    void allVotesAreCastAndNoneTwice() {
        long votes = 0;
        for (int i = 0; i < SMALL.proposals(); i++) {
            Seeded proposal = layout.proposal(i);
            Roll roll = new Roll(layout, proposal.space());
            Tally tally = new Turnout(layout, roll, proposal).tally();
            assertThat(tally.total().ballots()).isEqualTo(proposal.votes());
            votes += proposal.votes();
        }

        assertThat(votes).isEqualTo(SMALL.votes());
        assertThat(layout.proposal(0).votes()).isEqualTo(SMALL.largest());
    }

    @Test
    void ballotsFallIntoTheWindowAndThePast() {
        for (int i = 0; i < SMALL.proposals(); i++) {
            Seeded proposal = layout.proposal(i);
            Turnout turnout = new Turnout(layout, new Roll(layout, proposal.space()), proposal);
            for (int member = 0; member < layout.members(proposal.space()); member++) {
                if (turnout.votes(member)) {
                    assertThat(turnout.castAt(member))
                            .isAfter(proposal.startsAt())
                            .isBefore(proposal.endsAt())
                            .isBefore(AT);
                }
            }
        }
    }

    @Test
    void idsAscendAndNoneIsThereTwice() {
        Set<UUID> seen = new HashSet<>();
        String last = "";
        for (int i = 0; i < 2_000; i++) {
            UUID id = layout.ids().account(i);
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
            assertThat(id.toString()).isGreaterThan(last);
            assertThat(seen.add(id)).isTrue();
            last = id.toString();
        }
    }

    @Test
    void thereIsSomethingOfEveryStage() {
        List<Stage> stages = new ArrayList<>();
        for (int i = 0; i < SMALL.proposals(); i++) {
            stages.add(layout.proposal(i).stage());
        }

        assertThat(stages).contains(Stage.values());
        assertThat(layout.proposal(0).stage()).isEqualTo(Stage.OPEN);
    }

    @Test
    void weightIsDelegatedWithinASpaceAndNothingIsLost() {
        Roll roll = new Roll(layout, 1);

        assertThat(roll.flows()).isNotEmpty();
        assertThat(roll.inPerson()).isLessThan(roll.size());
    }

    @Test
    void equalSeedsGiveEqualRowsAndOthersDoNot() throws SQLException {
        assertThat(rows(SMALL)).isEqualTo(rows(SMALL));
        assertThat(rows(new SeedSize(300, 250, 4_000, 200, 8, AT))).isNotEqualTo(rows(SMALL));
    }

    private static List<String> rows(SeedSize size) throws SQLException {
        List<String> rows = new ArrayList<>();
        Rows.Sink sink = (_, sql, _) -> rows.add(sql.toString());
        Layout layout = new Layout(size);
        new UserRows(layout, sink).write();
        new ProposalRows(layout, sink, new Verdicts(layout)).write();
        try (VotingRows voting = new VotingRows(layout, sink, new Verdicts(layout))) {
            voting.write();
        }
        return rows;
    }
}

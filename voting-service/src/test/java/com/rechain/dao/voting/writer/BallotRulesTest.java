package com.rechain.dao.voting.writer;

import static com.rechain.dao.voting.writer.Ballots.DURING;
import static com.rechain.dao.voting.writer.Ballots.END;
import static com.rechain.dao.voting.writer.Ballots.START;
import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.tally.rules.ChangeOfVote;
import com.rechain.dao.tally.rules.Visibility;
import com.rechain.dao.voting.box.Box;
import com.rechain.dao.voting.box.BoxRow;
import com.rechain.dao.voting.box.BoxState;
import java.math.BigInteger;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BallotRulesTest {
    private static final BigInteger WEIGHT = BigInteger.valueOf(5);

    private final Box box = Ballots.box();
    private final UUID voter = UUID.randomUUID();

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T09:59:59.999999Z, PENDING",
        "2026-03-01T10:00:00Z,        ACTIVE",
        "2026-03-01T10:00:00.000001Z, ACTIVE",
        "2026-03-02T09:59:59.999999Z, ACTIVE",
        "2026-03-02T10:00:00Z,        TALLYING",
        "2026-03-02T10:00:00.000001Z, TALLYING",
    })
    void theWindowIsHalfOpenToTheMicrosecond(Instant receivedAt, String state) {
        Ruling ruling =
                decide(Ballots.cast(box, voter, 1, null, receivedAt), Ballots.open(box), null);

        if (state.equals("ACTIVE")) {
            assertThat(ruling).isEqualTo(new Ruling.First(WEIGHT));
        } else {
            assertThat(ruling).isEqualTo(new Ruling.NotOpen(state, START, END));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "WAITING, PENDING",
        "TALLYING, TALLYING",
        "HELD, HELD",
        "CANCELED, CANCELED",
        "CLOSED, SUCCEEDED"
    })
    void aBoxThatIsNotOpenTakesNothing(BoxState stored, String named) {
        BoxRow row = new BoxRow(box.proposalId(), stored, "SUCCEEDED", START, END);

        assertThat(decide(Ballots.cast(box, voter, 1), row, null))
                .isEqualTo(new Ruling.NotOpen(named, START, END));
    }

    @Test
    void whoHasNoEntryHasNoVote() {
        assertThat(BallotRules.decide(Ballots.cast(box, voter, 1), Ballots.open(box), null, null))
                .isEqualTo(new Ruling.NotEligible());
    }

    @Test
    void theSameAgainIsARepetition() {
        CurrentBallot current = current(1);

        assertThat(decide(Ballots.cast(box, voter, 1), Ballots.open(box), current))
                .isEqualTo(new Ruling.Repeat(current));
    }

    @Test
    void anotherChoiceReplacesWhereTheRulesAllowIt() {
        CurrentBallot current = current(1);

        assertThat(decide(Ballots.cast(box, voter, 2), Ballots.open(box), current))
                .isEqualTo(new Ruling.Replace(current, WEIGHT));
    }

    @Test
    void anotherChoiceIsRefusedWhereTheRulesForbidChange() {
        Box once = Ballots.box(ChangeOfVote.NONE, Visibility.PUBLIC_LIVE);

        assertThat(decide(Ballots.cast(once, voter, 2), Ballots.open(once), current(1)))
                .isEqualTo(new Ruling.AlreadyVoted(1, DURING));
        assertThat(decide(Ballots.cast(once, voter, 1), Ballots.open(once), current(1)))
                .isEqualTo(new Ruling.Repeat(current(1)));
    }

    private Ruling decide(Cast cast, BoxRow row, CurrentBallot current) {
        return BallotRules.decide(cast, row, WEIGHT, current);
    }

    private static CurrentBallot current(int option) {
        return new CurrentBallot(1, Integer.toString(option), null, WEIGHT, DURING, "{}");
    }
}

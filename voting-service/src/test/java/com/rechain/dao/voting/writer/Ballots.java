package com.rechain.dao.voting.writer;

import com.rechain.dao.tally.ballot.Choice;
import com.rechain.dao.tally.rules.ChangeOfVote;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;
import com.rechain.dao.tally.rules.Visibility;
import com.rechain.dao.voting.box.Box;
import com.rechain.dao.voting.box.BoxRow;
import com.rechain.dao.voting.box.BoxState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Boxes and ballots for tests of the writer. */
final class Ballots {
    static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    static final Instant END = Instant.parse("2026-03-02T10:00:00Z");
    static final Instant DURING = Instant.parse("2026-03-01T12:00:00.123456Z");

    private Ballots() {}

    static Box box() {
        return box(ChangeOfVote.UNTIL_CLOSE, Visibility.PUBLIC_LIVE);
    }

    static Box box(ChangeOfVote changeOfVote, Visibility visibility) {
        Rules defaults = Rules.defaultsFor(SystemName.BASIC);
        Rules rules =
                new Rules(
                        defaults.system(),
                        null,
                        defaults.quorum(),
                        defaults.approval(),
                        null,
                        changeOfVote,
                        visibility,
                        defaults.ties());
        return new Box(
                UUID.randomUUID(),
                UUID.randomUUID(),
                List.of("For", "Against", "Abstain"),
                rules,
                rules.hash(),
                START,
                END,
                START);
    }

    static BoxRow open(Box box) {
        return new BoxRow(
                box.proposalId(), BoxState.OPEN, null, box.startsAt(), box.scheduledEnd());
    }

    static Cast cast(Box box, UUID voter, int option) {
        return cast(box, voter, option, null, DURING);
    }

    static Cast cast(Box box, UUID voter, int option, KeyedRequest request, Instant receivedAt) {
        return new Cast(box, voter, new Choice.Option(option), null, receivedAt, request, null);
    }

    /** The answer to a ballot that is on its way. */
    static Answer answer(QueuedCast cast) {
        return cast.answer().orTimeout(10, TimeUnit.SECONDS).join();
    }
}

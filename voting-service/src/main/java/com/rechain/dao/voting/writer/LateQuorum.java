package com.rechain.dao.voting.writer;

import com.rechain.dao.platform.event.OutboxRows;
import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.voting.box.Box;
import com.rechain.dao.voting.box.BoxRow;
import com.rechain.dao.voting.box.BoxRows;
import com.rechain.dao.voting.box.WindowMoved;
import com.rechain.dao.voting.electorate.ElectorateRows;
import com.rechain.dao.voting.tally.TallyRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Moves the end of a vote once, in the transaction of the ballots that reach its quorum late
 * (OpenZeppelin's GovernorPreventLateQuorum). From so long before the scheduled end on as the rules
 * extend it by, a ballot locks the box against all others: so no two transactions can reach the
 * quorum together without either seeing it.
 */
final class LateQuorum {
    private LateQuorum() {}

    /** Whether this ballot is so late that reaching the quorum with it would move the end. */
    static boolean mayMoveTheEnd(Cast cast) {
        return !extension(cast.box()).isZero()
                && !cast.receivedAt()
                        .isBefore(cast.box().scheduledEnd().minus(extension(cast.box())));
    }

    /**
     * Moves the ends of those boxes whose quorum this plan reaches, and announces it.
     *
     * @return the new ends
     */
    static Map<UUID, Instant> moveEnds(
            Connection connection, BatchPlan plan, BatchFacts facts, Instant now)
            throws SQLException {
        Map<UUID, Instant> ends = new HashMap<>();
        for (Map.Entry<Box, Instant> late : late(plan).entrySet()) {
            Box box = late.getKey();
            BoxRow row = Objects.requireNonNull(facts.boxes().get(box.proposalId()));
            boolean untouched = row.endsAt().equals(box.scheduledEnd());
            if (untouched && reachesQuorum(connection, box, plan)) {
                Instant end = late.getValue().plus(extension(box));
                move(connection, box, end, now);
                ends.put(box.proposalId(), end);
            }
        }
        return ends;
    }

    /** The boxes for which late ballots are recorded, with the instant of the last of these. */
    private static Map<Box, Instant> late(BatchPlan plan) {
        Map<Box, Instant> last = new LinkedHashMap<>();
        plan.recorded().stream()
                .map(BatchPlan.Recorded::cast)
                .filter(LateQuorum::mayMoveTheEnd)
                .forEach(cast ->
                        last.merge(
                                cast.box(),
                                cast.receivedAt(),
                                (one, other) -> one.isAfter(other) ? one : other));
        return last;
    }

    private static boolean reachesQuorum(Connection connection, Box box, BatchPlan plan)
            throws SQLException {
        Eligible eligible =
                ElectorateRows.find(connection, box.proposalId()).orElseThrow().eligible();
        Tally tally = TallyRows.running(connection, box);
        Rules rules = box.rules();
        if (box.system().quorum(tally, rules, eligible).holds()) {
            return false;
        }
        plan.counters()
                .forEach((counter, change) -> {
                    if (counter.proposalId().equals(box.proposalId())) {
                        TallyRows.add(tally, box, counter.choice(), change);
                    }
                });
        return box.system().quorum(tally, rules, eligible).holds();
    }

    private static void move(Connection connection, Box box, Instant end, Instant now)
            throws SQLException {
        WindowMoved moved =
                new WindowMoved(
                        box.proposalId(), box.spaceId(), end, WindowMoved.Reason.EXTENDED, now);
        BoxRows.moveEnd(connection, moved);
        OutboxRows.insert(connection, List.of(moved.message()));
    }

    private static Duration extension(Box box) {
        return Duration.ofSeconds(box.rules().ending().extensionSeconds());
    }
}

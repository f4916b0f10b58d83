package com.rechain.dao.voting.writer;

import com.rechain.dao.platform.event.OutboxRows;
import com.rechain.dao.tally.outcome.Eligible;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Moves the end of a vote as its rules provide, in the transaction of the very ballot that brings
 * it about: later, once, when the quorum is reached in the last stretch (OpenZeppelin's
 * GovernorPreventLateQuorum); or to the instant after that ballot, when nothing could change any
 * more or a super-quorum is there. Ballots that could do so lock the box against all others: no two
 * transactions can bring it about together without either seeing it.
 */
final class EndMoves {
    private final Connection connection;
    private final List<Cast> batch;
    private final BatchFacts facts;

    EndMoves(Connection connection, List<Cast> batch, BatchFacts facts) {
        this.connection = connection;
        this.batch = batch;
        this.facts = facts;
    }

    /** Whether this ballot could move the end of its vote. */
    static boolean mayMoveTheEnd(Cast cast) {
        return cast.box().rules().ending().mayEndEarly() || isLate(cast.box(), cast.receivedAt());
    }

    /**
     * Moves the ends of those boxes for which {@code plan} brings it about, and announces it.
     *
     * @return the new ends, under which the batch must be planned anew
     */
    Map<UUID, Instant> by(BatchPlan plan, Instant now) throws SQLException {
        Map<UUID, Instant> ends = new HashMap<>();
        Set<Box> boxes = new LinkedHashSet<>();
        plan.recorded().stream()
                .map(BatchPlan.Recorded::cast)
                .filter(EndMoves::mayMoveTheEnd)
                .forEach(cast -> boxes.add(cast.box()));
        for (Box box : boxes) {
            Optional<WindowMoved> moved = move(box, plan, now);
            if (moved.isPresent()) {
                BoxRows.moveEnd(connection, moved.get());
                OutboxRows.insert(connection, List.of(moved.get().message()));
                ends.put(box.proposalId(), moved.get().endsAt());
            }
        }
        return ends;
    }

    private Optional<WindowMoved> move(Box box, BatchPlan plan, Instant now) throws SQLException {
        Eligible eligible =
                ElectorateRows.find(connection, box.proposalId()).orElseThrow().eligible();
        EndRules rules = new EndRules(box, eligible, TallyRows.running(connection, box));
        if (rules.after(plan).isEmpty()) {
            return Optional.empty();
        }
        Cause cause = cause(box, rules);
        return end(box, cause)
                .map(end ->
                        new WindowMoved(box.proposalId(), box.spaceId(), end, cause.reason(), now));
    }

    /** A ballot's instant, and what it brings about. */
    private record Cause(Instant castAt, WindowMoved.Reason reason) {}

    /** The first ballot with which the end moves; the whole batch is known to move it. */
    private Cause cause(Box box, EndRules rules) {
        for (int i = 0; i < batch.size(); i++) {
            Cast cast = batch.get(i);
            if (cast.box().equals(box)) {
                BatchPlan until = BatchPlan.of(batch.subList(0, i + 1), facts);
                Optional<WindowMoved.Reason> reason = rules.after(until);
                if (reason.isPresent()) {
                    return new Cause(cast.receivedAt(), reason.get());
                }
            }
        }
        throw new IllegalStateException("a whole batch has an effect that none of its parts has");
    }

    private Optional<Instant> end(Box box, Cause cause) throws SQLException {
        BoxRow row = Objects.requireNonNull(facts.boxes().get(box.proposalId()));
        return switch (cause.reason()) {
            case EXTENDED ->
                    isLate(box, cause.castAt()) && row.endsAt().equals(box.scheduledEnd())
                            ? Optional.of(cause.castAt().plus(extension(box)))
                            : Optional.empty();
            case DECIDED, SUPER_QUORUM ->
                    Optional.of(afterAll(box, cause.castAt()))
                            .filter(end -> end.isBefore(row.endsAt()));
        };
    }

    /** Just after it, and after what other instances, whose clocks may be ahead, have counted. */
    private Instant afterAll(Box box, Instant cause) throws SQLException {
        Instant last =
                TallyRows.lastCast(connection, box.proposalId())
                        .filter(counted -> counted.isAfter(cause))
                        .orElse(cause);
        return last.plusNanos(1_000);
    }

    private static boolean isLate(Box box, Instant receivedAt) {
        return !extension(box).isZero()
                && !receivedAt.isBefore(box.scheduledEnd().minus(extension(box)));
    }

    private static Duration extension(Box box) {
        return Duration.ofSeconds(box.rules().ending().extensionSeconds());
    }
}

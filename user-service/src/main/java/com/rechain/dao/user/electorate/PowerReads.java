package com.rechain.dao.user.electorate;

import com.rechain.dao.platform.replica.ReplicaReads;
import com.rechain.dao.tally.power.Occasion;
import com.rechain.dao.user.electorate.PowerView.Source;
import com.rechain.dao.user.electorate.PowerView.ZeroReason;
import com.rechain.dao.user.weight.Checkpoint;
import com.rechain.dao.user.weight.Weight;
import com.rechain.dao.user.weight.WeightLedger;
import com.rechain.dao.user.weight.WeightSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells from the replica how much somebody weighs, and why. */
@ApplicationScoped
public class PowerReads {
    private final ReplicaReads reads;

    PowerReads(ReplicaReads reads) {
        this.reads = reads;
    }

    /** Whose power where, for which proposals, and when. */
    record Question(UUID spaceId, UUID accountId, Occasion occasion, Instant at) {}

    /** The weight of an account in a space at an instant. */
    PowerView power(Question question) {
        Optional<Checkpoint> checkpoint = reads.read(c -> checkpoint(c, question));
        return new PowerView(
                question.spaceId(),
                question.accountId(),
                question.at(),
                weight(checkpoint),
                null,
                null,
                null);
    }

    /** The same with everything that it is made of. */
    PowerView explained(Question question) {
        return reads.read(c -> {
            Optional<Checkpoint> checkpoint = checkpoint(c, question);
            return new PowerView(
                    question.spaceId(),
                    question.accountId(),
                    question.at(),
                    weight(checkpoint),
                    sources(checkpoint),
                    zeroReason(checkpoint),
                    DelegatedPower.of(
                            weight(checkpoint),
                            DelegationExplanation.given(c, question),
                            DelegationExplanation.received(c, question)));
        });
    }

    private static Optional<Checkpoint> checkpoint(Connection connection, Question question)
            throws SQLException {
        return WeightLedger.at(connection, question.spaceId(), question.accountId(), question.at());
    }

    private static Weight weight(Optional<Checkpoint> checkpoint) {
        return checkpoint.map(Checkpoint::weight).orElse(Weight.ZERO);
    }

    private static List<Source> sources(Optional<Checkpoint> checkpoint) {
        return checkpoint
                .map(line ->
                        new Source(line.source(), line.weight(), line.effectiveAt(), line.setBy()))
                .stream()
                .toList();
    }

    private static @Nullable ZeroReason zeroReason(Optional<Checkpoint> checkpoint) {
        if (checkpoint.isEmpty()) {
            return ZeroReason.NOT_A_MEMBER;
        }
        if (!checkpoint.get().weight().isZero()) {
            return null;
        }
        return checkpoint.get().source() == WeightSource.LEFT
                ? ZeroReason.LEFT
                : ZeroReason.SET_TO_ZERO;
    }
}

package com.rechain.dao.user.electorate;

import com.rechain.dao.platform.replica.ReplicaReads;
import com.rechain.dao.user.electorate.PowerView.Source;
import com.rechain.dao.user.electorate.PowerView.ZeroReason;
import com.rechain.dao.user.weight.Checkpoint;
import com.rechain.dao.user.weight.Weight;
import com.rechain.dao.user.weight.WeightLedger;
import com.rechain.dao.user.weight.WeightSource;
import jakarta.enterprise.context.ApplicationScoped;
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

    /** The weight of an account in a space at an instant. */
    public PowerView power(UUID spaceId, UUID accountId, Instant at, boolean explain) {
        Optional<Checkpoint> checkpoint =
                reads.read(c -> WeightLedger.at(c, spaceId, accountId, at));
        Weight weight = checkpoint.map(Checkpoint::weight).orElse(Weight.ZERO);
        return explain
                ? new PowerView(
                        spaceId, accountId, at, weight, sources(checkpoint), zeroReason(checkpoint))
                : new PowerView(spaceId, accountId, at, weight, null, null);
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

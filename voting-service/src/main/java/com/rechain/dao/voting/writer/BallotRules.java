package com.rechain.dao.voting.writer;

import com.rechain.dao.voting.box.BoxRow;
import com.rechain.dao.voting.box.Phase;
import com.rechain.dao.voting.writer.Ruling.AlreadyVoted;
import com.rechain.dao.voting.writer.Ruling.First;
import com.rechain.dao.voting.writer.Ruling.NoWeightLeft;
import com.rechain.dao.voting.writer.Ruling.NotEligible;
import com.rechain.dao.voting.writer.Ruling.NotOpen;
import com.rechain.dao.voting.writer.Ruling.Repeat;
import com.rechain.dao.voting.writer.Ruling.Replace;
import java.math.BigInteger;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The one pure function that decides what becomes of a ballot. */
public final class BallotRules {
    private BallotRules() {}

    /**
     * @param weight that the voter's electorate entry gives now, null where there is none
     * @param current the voter's ballot so far, null where there is none
     */
    public static Ruling decide(
            Cast cast, BoxRow box, @Nullable BigInteger weight, @Nullable CurrentBallot current) {
        if (box.phaseAt(cast.receivedAt()) != Phase.ACTIVE) {
            return new NotOpen(box.nameAt(cast.receivedAt()), box.startsAt(), box.endsAt());
        }
        if (weight == null) {
            return new NotEligible();
        }
        if (current == null) {
            return weight.signum() == 0 ? new NoWeightLeft() : new First(weight);
        }
        if (current.says(cast)) {
            return new Repeat(current);
        }
        return switch (cast.box().rules().changeOfVote()) {
            case NONE -> new AlreadyVoted(current.revision(), current.castAt());
            case UNTIL_CLOSE -> new Replace(current, weight);
            case UNTIL_LAST ->
                    mayStillChange(cast, box)
                            ? new Replace(current, weight)
                            : new AlreadyVoted(current.revision(), current.castAt());
        };
    }

    /** Half-open as the window itself: at the instant the last minutes begin, nothing changes. */
    private static boolean mayStillChange(Cast cast, BoxRow box) {
        Duration last = Duration.ofMinutes(cast.box().rules().provisions().finalMinutes());
        return cast.receivedAt().isBefore(box.endsAt().minus(last));
    }
}

package com.rechain.dao.voting.tally;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.rechain.dao.tally.outcome.Arithmetic;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.voting.box.Box;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A running tally as the API shows it.
 *
 * @param asOf the instant up to which every acknowledged ballot is in it
 * @param leading the one option with the highest score, if there is one
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TallyView(
        UUID proposalId,
        String state,
        Instant asOf,
        long ballots,
        String weight,
        List<Score> scores,
        Quorum quorum,
        @Nullable Integer leading) {

    /**
     * @param share of the weight cast, rounded to six decimals for display; nothing is decided by
     *     it
     */
    public record Score(int choice, String label, String score, String share) {}

    /** The quorum with its numbers: {@code left comparison right}. */
    public record Quorum(
            String base,
            String comparison,
            String measured,
            String left,
            String right,
            boolean reached) {
        static Quorum of(Arithmetic quorum) {
            return new Quorum(
                    quorum.base(),
                    quorum.comparison().code(),
                    quorum.measured().toString(),
                    quorum.left().toString(),
                    quorum.right().toString(),
                    quorum.holds());
        }
    }

    static TallyView of(Box box, TallySnapshot snapshot, Instant asOf, Instant now) {
        Decision decision = box.system().decide(snapshot.tally(), box.rules(), snapshot.eligible());
        BigInteger cast = decision.cast().weight();
        List<Score> scores =
                IntStream.range(0, box.choices().size())
                        .mapToObj(i ->
                                score(i + 1, box.choices().get(i), decision.scores().get(i), cast))
                        .toList();
        return new TallyView(
                box.proposalId(),
                snapshot.row().nameAt(now),
                asOf,
                decision.cast().ballots(),
                cast.toString(),
                scores,
                Quorum.of(decision.quorum()),
                leading(decision.scores()));
    }

    private static Score score(int choice, String label, BigInteger score, BigInteger cast) {
        BigDecimal share =
                cast.signum() == 0
                        ? BigDecimal.ZERO
                        : new BigDecimal(score)
                                .divide(new BigDecimal(cast), 6, RoundingMode.HALF_UP);
        return new Score(
                choice,
                label,
                score.toString(),
                share.setScale(6, RoundingMode.HALF_UP).toPlainString());
    }

    private static @Nullable Integer leading(List<BigInteger> scores) {
        BigInteger best = scores.stream().reduce(BigInteger.ZERO, BigInteger::max);
        long leaders = scores.stream().filter(best::equals).count();
        return best.signum() == 0 || leaders > 1 ? null : scores.indexOf(best) + 1;
    }
}

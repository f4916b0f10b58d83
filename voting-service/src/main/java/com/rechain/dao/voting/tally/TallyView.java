package com.rechain.dao.voting.tally;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.rechain.dao.tally.exact.Rational;
import com.rechain.dao.tally.outcome.Arithmetic;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.voting.box.Box;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A running tally as the API shows it.
 *
 * @param endsAt when voting ends as it stands now; the rules may move it
 * @param asOf the instant up to which every acknowledged ballot is in it
 * @param approval where the leading option, or what is in favour, stands to the share that it
 *     needs; null where the rules ask for none, as the next two
 * @param leading the one option with the highest score, if there is one
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TallyView(
        UUID proposalId,
        String state,
        Instant endsAt,
        Instant asOf,
        long ballots,
        String weight,
        List<Score> scores,
        Bar quorum,
        @Nullable Bar approval,
        @Nullable Bar minimumApproval,
        @Nullable Bar veto,
        @Nullable Integer leading) {

    /**
     * @param share of the weight cast, rounded to six decimals for display; nothing is decided by
     *     it
     */
    public record Score(int choice, String label, String score, String share) {}

    /** A threshold with its numbers: {@code left comparison right}. */
    public record Bar(
            String base,
            String comparison,
            String measured,
            String left,
            String right,
            boolean reached) {
        static Bar of(Arithmetic bar) {
            return new Bar(
                    bar.base(),
                    bar.comparison().code(),
                    bar.measured().toString(),
                    bar.left().toString(),
                    bar.right().toString(),
                    bar.holds());
        }
    }

    static TallyView of(Box box, TallySnapshot snapshot, Instant asOf, Instant now) {
        Decision decision = box.decide(snapshot.tally(), snapshot.eligible());
        BigInteger cast = decision.cast().weight();
        List<Score> scores =
                IntStream.range(0, box.choices().size())
                        .mapToObj(i ->
                                score(i + 1, box.choices().get(i), decision.scores().get(i), cast))
                        .toList();
        return new TallyView(
                box.proposalId(),
                snapshot.row().nameAt(now),
                snapshot.row().endsAt(),
                asOf,
                decision.cast().ballots(),
                cast.toString(),
                scores,
                Bar.of(decision.quorum()),
                bar(decision.approval()),
                bar(decision.bars().minimum()),
                bar(decision.bars().veto()),
                leading(decision.scores()));
    }

    private static Score score(int choice, String label, Rational score, BigInteger cast) {
        Rational share = cast.signum() == 0 ? Rational.ZERO : score.dividedBy(Rational.of(cast));
        return new Score(choice, label, score.text(), share.rounded(6).toPlainString());
    }

    private static @Nullable Bar bar(Optional<Arithmetic> arithmetic) {
        return arithmetic.map(Bar::of).orElse(null);
    }

    private static @Nullable Integer leading(List<Rational> scores) {
        Rational best = Collections.max(scores);
        long leaders = scores.stream().filter(best::equals).count();
        return best.signum() == 0 || leaders > 1 ? null : scores.indexOf(best) + 1;
    }
}

package com.rechain.dao.voting.ballot;

import com.rechain.dao.platform.http.CurrentTrace;
import com.rechain.dao.platform.idempotency.IdempotentRequest;
import com.rechain.dao.platform.request.TraceContext;
import com.rechain.dao.tally.ballot.BallotCheck;
import com.rechain.dao.tally.ballot.Choice;
import com.rechain.dao.tally.json.Fault;
import com.rechain.dao.voting.ballot.SubmitOutcome.Decided;
import com.rechain.dao.voting.ballot.SubmitOutcome.Invalid;
import com.rechain.dao.voting.box.Box;
import com.rechain.dao.voting.box.BoxRow;
import com.rechain.dao.voting.box.BoxRows;
import com.rechain.dao.voting.electorate.ElectorateReads;
import com.rechain.dao.voting.electorate.Voter;
import com.rechain.dao.voting.sql.Primary;
import com.rechain.dao.voting.tally.TallyAnnouncer;
import com.rechain.dao.voting.writer.Answer;
import com.rechain.dao.voting.writer.BallotRules;
import com.rechain.dao.voting.writer.BallotWriter;
import com.rechain.dao.voting.writer.Cast;
import com.rechain.dao.voting.writer.CastOutcome.Accepted;
import com.rechain.dao.voting.writer.CastOutcome.Replaced;
import com.rechain.dao.voting.writer.CurrentBallot;
import com.rechain.dao.voting.writer.KeyedRequest;
import com.rechain.dao.voting.writer.Ruling;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Casts ballots: valid by the frozen rules first, then decided and stored by the writer. */
@ApplicationScoped
public class BallotService {
    private static final String OPERATION = "PUT ballot";

    private final BallotWriter writer;
    private final TallyAnnouncer announcer;
    private final BallotReads ballots;
    private final ElectorateReads electorate;
    private final Primary primary;
    private final Clock clock;

    BallotService(
            BallotWriter writer,
            TallyAnnouncer announcer,
            BallotReads ballots,
            ElectorateReads electorate,
            Primary primary,
            Clock clock) {
        this.writer = writer;
        this.announcer = announcer;
        this.ballots = ballots;
        this.electorate = electorate;
        this.primary = primary;
        this.clock = clock;
    }

    /**
     * Casts a ballot; once a receipt comes of this, the ballot is durable. Never blocks.
     *
     * @param key the request's idempotency key, if it came with one
     */
    public CompletionStage<SubmitOutcome> submit(
            Box box, UUID voterId, BallotRequest request, @Nullable String key) {
        return switch (box.check(request.choice())) {
            case BallotCheck.Invalid(Fault broken) ->
                    CompletableFuture.completedStage(new Invalid(broken));
            case BallotCheck.Valid(Choice choice) ->
                    writer.cast(cast(box, voterId, choice, request.reason(), key))
                            .thenApply(answer -> decided(box, answer));
        };
    }

    private SubmitOutcome decided(Box box, Answer answer) {
        if (answer.outcome() instanceof Accepted || answer.outcome() instanceof Replaced) {
            announcer.tallyChanged(box.proposalId());
        }
        return new Decided(answer);
    }

    /** What casting this ballot now would lead to. Nothing is written, and nothing is promised. */
    public PreviewOutcome preview(Box box, UUID voterId, BallotRequest request) {
        return switch (box.check(request.choice())) {
            case BallotCheck.Invalid(Fault broken) -> new PreviewOutcome.Invalid(broken);
            case BallotCheck.Valid(Choice choice) -> {
                Cast cast = cast(box, voterId, choice, request.reason(), null);
                yield new PreviewOutcome.Foreseen(BallotPreview.of(choice, rule(cast)));
            }
        };
    }

    private Ruling rule(Cast cast) {
        BoxRow row =
                primary.call(connection ->
                        BoxRows.state(connection, cast.box().proposalId()).orElseThrow());
        CurrentBallot current =
                ballots.mine(cast.box(), cast.voterId()).map(MyBallot::current).orElse(null);
        return BallotRules.decide(
                cast,
                row,
                electorate
                        .voter(cast.box().proposalId(), cast.voterId())
                        .map(Voter::weight)
                        .orElse(null),
                current);
    }

    private Cast cast(
            Box box, UUID voterId, Choice choice, @Nullable String reason, @Nullable String key) {
        return new Cast(
                box,
                voterId,
                choice,
                reason,
                clock.instant(),
                keyed(box, voterId, choice, reason, key),
                CurrentTrace.find().map(TraceContext::traceparent).orElse(null));
    }

    private static @Nullable KeyedRequest keyed(
            Box box, UUID voterId, Choice choice, @Nullable String reason, @Nullable String key) {
        if (key == null) {
            return null;
        }
        IdempotentRequest request =
                IdempotentRequest.of(
                        box.proposalId(),
                        voterId,
                        key,
                        OPERATION,
                        Arrays.asList(choice.canonical(), reason));
        return new KeyedRequest(
                box.proposalId(), voterId, key, HexFormat.of().formatHex(request.hash()));
    }
}

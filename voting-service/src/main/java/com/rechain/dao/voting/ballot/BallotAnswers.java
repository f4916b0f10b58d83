package com.rechain.dao.voting.ballot;

import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.platform.idempotency.IdempotencyKeys;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.Problem;
import com.rechain.dao.platform.replica.FreshnessToken;
import com.rechain.dao.tally.json.Fault;
import com.rechain.dao.voting.VotingProblem;
import com.rechain.dao.voting.writer.Answer;
import com.rechain.dao.voting.writer.CastOutcome;
import com.rechain.dao.voting.writer.CastOutcome.Accepted;
import com.rechain.dao.voting.writer.CastOutcome.AlreadyVoted;
import com.rechain.dao.voting.writer.CastOutcome.Failed;
import com.rechain.dao.voting.writer.CastOutcome.KeyReused;
import com.rechain.dao.voting.writer.CastOutcome.NoWeightLeft;
import com.rechain.dao.voting.writer.CastOutcome.NotEligible;
import com.rechain.dao.voting.writer.CastOutcome.NotOpen;
import com.rechain.dao.voting.writer.CastOutcome.Overloaded;
import com.rechain.dao.voting.writer.CastOutcome.Repeated;
import com.rechain.dao.voting.writer.CastOutcome.Replaced;
import com.rechain.dao.voting.writer.CastOutcome.Replayed;
import com.rechain.dao.voting.writer.CastOutcome.Unavailable;
import com.rechain.dao.voting.writer.CastOutcome.Unresolved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says over HTTP what became of a ballot. */
@ApplicationScoped
public class BallotAnswers {
    private static final Duration COME_BACK = Duration.ofSeconds(1);

    private final String service;

    BallotAnswers(@ConfigProperty(name = "quarkus.application.name") String service) {
        this.service = service;
    }

    Response of(Answer answer) {
        Response response = of(answer.outcome());
        return answer.freshness() == 0 || response.getStatus() / 100 != 2
                ? response
                : Response.fromResponse(response)
                        .header(
                                FreshnessToken.HEADER,
                                FreshnessToken.of(service, answer.freshness()))
                        .build();
    }

    private static Response of(CastOutcome outcome) {
        return switch (outcome) {
            case Accepted(String receipt) -> receipt(201, receipt).build();
            case Replaced(String receipt) -> receipt(200, receipt).build();
            case Repeated(String receipt) -> receipt(200, receipt).build();
            case Replayed(String receipt) ->
                    receipt(200, receipt).header(IdempotencyKeys.REPLAYED_HEADER, "true").build();
            case KeyReused _ ->
                    problem(
                            PlatformProblem.IDEMPOTENCY_KEY_REUSED.with(
                                    "The key was sent before with another ballot; use a new key for a new ballot."));
            case NotEligible _ -> problem(notEligible());
            case NoWeightLeft _ ->
                    problem(
                            VotingProblem.NO_WEIGHT_LEFT.with(
                                    "You have no weight of your own here, and all who gave you theirs have voted themselves."));
            case AlreadyVoted(int revision, Instant castAt) ->
                    problem(
                            VotingProblem.ALREADY_VOTED
                                    .with(
                                            "The rules of this proposal allow one ballot, and yours is in.")
                                    .and("revision", revision)
                                    .and("castAt", castAt.toString()));
            case NotOpen(String state, Instant startsAt, Instant endsAt) ->
                    problem(
                            PlatformProblem.STATE_CONFLICT
                                    .with(
                                            "Ballots are taken while the vote is ACTIVE; it is %s."
                                                    .formatted(state))
                                    .and("state", state)
                                    .and("startsAt", startsAt.toString())
                                    .and("endsAt", endsAt.toString()));
            case Overloaded _ -> away("Too many ballots are waiting. Nothing was stored.");
            case Unavailable _ ->
                    away("Ballots cannot be stored at the moment. Nothing was stored.");
            case Unresolved _ ->
                    away(
                            "Whether the ballot was stored is not known. Repeat the same request: it counts once.");
            case Failed _ ->
                    problem(
                            PlatformProblem.INTERNAL_ERROR.with(
                                    "The ballot could not be stored, and was not."));
        };
    }

    Response invalid(Fault broken) {
        return problem(
                VotingProblem.INVALID_BALLOT
                        .with("The ballot does not fit the proposal's voting system.")
                        .because(broken.place(), broken.rule(), broken.message()));
    }

    Response noProposal() {
        return problem(PlatformProblem.NOT_FOUND.with("There is no such proposal."));
    }

    Response noBallot() {
        return problem(PlatformProblem.NOT_FOUND.with("You have cast no ballot on this proposal."));
    }

    Response notWithdrawable() {
        return problem(
                VotingProblem.WITHDRAWAL_NOT_ALLOWED.with(
                        "A ballot can be replaced, not withdrawn."));
    }

    Response hidden() {
        return problem(
                VotingProblem.RESULT_SEALED.with(
                        "This proposal hides its ballots until voting closes."));
    }

    private static Problem notEligible() {
        return VotingProblem.NOT_ELIGIBLE
                .with("You had no weight in this space when the electorate was frozen.")
                .and("sources", List.of(Map.of("kind", "own", "weight", "0")));
    }

    private static Response away(String detail) {
        return problem(PlatformProblem.UNAVAILABLE.with(detail).retryAfter(COME_BACK));
    }

    private static Response problem(Problem problem) {
        return ProblemResponses.of(problem);
    }

    private static Response.ResponseBuilder receipt(int status, String receipt) {
        return Response.status(status).entity(receipt).type(MediaType.APPLICATION_JSON);
    }
}

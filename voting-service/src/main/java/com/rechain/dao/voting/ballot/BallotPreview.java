package com.rechain.dao.voting.ballot;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.rechain.dao.tally.ballot.Choice;
import com.rechain.dao.voting.writer.CurrentBallot;
import com.rechain.dao.voting.writer.Ruling;
import java.math.BigInteger;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What casting a ballot would lead to.
 *
 * @param outcome FIRST, REPLACE or REPEAT where it would be taken; NOT_ELIGIBLE, NO_WEIGHT_LEFT,
 *     ALREADY_VOTED or NOT_OPEN where not
 * @param weight it would count with, where it would be taken
 * @param replaces the revision it would take the place of
 * @param state of the vote, where that is what stands in the way
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BallotPreview(
        @JsonRawValue @Schema(implementation = Object.class) String choice,
        String outcome,
        @Nullable String weight,
        @Nullable Integer replaces,
        @Nullable String state) {

    static BallotPreview of(Choice choice, Ruling ruling) {
        String text = choice.canonical();
        return switch (ruling) {
            case Ruling.First(BigInteger weight) ->
                    new BallotPreview(text, "FIRST", weight.toString(), null, null);
            case Ruling.Replace(CurrentBallot current, BigInteger weight) ->
                    new BallotPreview(text, "REPLACE", weight.toString(), current.revision(), null);
            case Ruling.Repeat(CurrentBallot current) ->
                    new BallotPreview(text, "REPEAT", current.weight().toString(), null, null);
            case Ruling.NotEligible() -> new BallotPreview(text, "NOT_ELIGIBLE", null, null, null);
            case Ruling.NoWeightLeft() ->
                    new BallotPreview(text, "NO_WEIGHT_LEFT", null, null, null);
            case Ruling.AlreadyVoted(int revision, _) ->
                    new BallotPreview(text, "ALREADY_VOTED", null, revision, null);
            case Ruling.NotOpen(String state, _, _) ->
                    new BallotPreview(text, "NOT_OPEN", null, null, state);
        };
    }
}

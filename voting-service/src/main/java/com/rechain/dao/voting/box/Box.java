package com.rechain.dao.voting.box;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.tally.ballot.BallotCheck;
import com.rechain.dao.tally.ballot.Choice;
import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.tally.ballot.WeightedPatternTally;
import com.rechain.dao.tally.json.StrictJson;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.Visibility;
import com.rechain.dao.tally.system.VotingSystem;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The frozen part of a box: nothing in it can change once the proposal is published.
 *
 * @param scheduledEnd the end as it was published; {@link BoxRow#endsAt} says where it is now
 */
public record Box(
        UUID proposalId,
        UUID spaceId,
        List<String> choices,
        Rules rules,
        String rulesHash,
        Instant startsAt,
        Instant scheduledEnd,
        Instant publishedAt,
        List<String> labels) {

    /** What a counter's key holds, less a weight. */
    private static final int LONGEST_CHOICE = 2_500;

    public Box {
        choices = List.copyOf(choices);
        labels = List.copyOf(labels);
    }

    /** A box of a proposal without labels. */
    public Box(
            UUID proposalId,
            UUID spaceId,
            List<String> choices,
            Rules rules,
            String rulesHash,
            Instant startsAt,
            Instant scheduledEnd,
            Instant publishedAt) {
        this(
                proposalId,
                spaceId,
                choices,
                rules,
                rulesHash,
                startsAt,
                scheduledEnd,
                publishedAt,
                List.of());
    }

    public VotingSystem system() {
        return VotingSystem.of(rules.system());
    }

    /** Whether this is a valid choice, in a form short enough to be counted under. */
    public BallotCheck check(JsonNode choice) {
        BallotCheck check = system().check(choice, choices.size(), rules);
        if (check instanceof BallotCheck.Valid(var valid)
                && valid.canonical().length() > LONGEST_CHOICE) {
            return BallotCheck.invalid(
                    "choice",
                    "ballot-size",
                    "A choice takes at most %d characters.".formatted(LONGEST_CHOICE));
        }
        return check;
    }

    /** The counter under which a ballot is counted. */
    public String counter(String choice, BigInteger weight) {
        return system().countsByWeight()
                ? WeightedPatternTally.counter(valid(choice), weight)
                : choice;
    }

    /** A choice as it is stored. */
    public Choice valid(String stored) {
        return valid(StrictJson.parse(stored).orElseThrow());
    }

    /** The same, read already. */
    public Choice valid(JsonNode stored) {
        return switch (check(stored)) {
            case BallotCheck.Valid(var choice) -> choice;
            case BallotCheck.Invalid(var broken) ->
                    throw new IllegalStateException(
                            "a stored choice is not valid: " + broken.rule());
        };
    }

    public Decision decide(Tally tally, Eligible eligible) {
        return system().decide(tally, choices.size(), rules, eligible);
    }

    /** Whether choices and scores stay hidden while voting lasts. */
    public boolean hidesUntilClose() {
        return rules.visibility() == Visibility.HIDDEN_UNTIL_CLOSE;
    }
}

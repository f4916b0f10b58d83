package com.rechain.dao.tally.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.tally.ballot.BallotCheck;
import com.rechain.dao.tally.ballot.Choice;

/**
 * The ballot rule shared by systems in which a ballot names exactly one option: a whole JSON number
 * from 1.
 */
final class OneOption {

    private OneOption() {}

    static BallotCheck check(JsonNode choice, int options) {
        if (!choice.isIntegralNumber()) {
            return BallotCheck.invalid(
                    "choice", "integer", "One option is expected, by its number from 1.");
        }
        if (!choice.canConvertToInt() || choice.intValue() < 1 || choice.intValue() > options) {
            return BallotCheck.invalid(
                    "choice", "option-of-proposal", "The options are 1 to %d.".formatted(options));
        }
        return new BallotCheck.Valid(new Choice.Option(choice.intValue()));
    }
}

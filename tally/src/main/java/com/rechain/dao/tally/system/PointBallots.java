package com.rechain.dao.tally.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.tally.ballot.BallotCheck;
import com.rechain.dao.tally.ballot.Choice;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The ballot rules of systems that give points: an object from option numbers to points, not all of
 * them zero. Where decimals are allowed, all points are multiplied by the power of ten that makes
 * them whole, which changes no share.
 *
 * @param decimals how many decimals points may have
 * @param mostEach what one option can get, when whole
 * @param mostTogether what all of them can get together, when whole
 */
record PointBallots(int decimals, long mostEach, long mostTogether) {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    BallotCheck check(JsonNode choice, int options) {
        if (!choice.isObject()) {
            return BallotCheck.invalid(
                    "choice",
                    "points",
                    "Points by option are expected, such as {\"1\":3,\"2\":1}.");
        }
        SortedMap<Integer, BigDecimal> given = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : choice.properties()) {
            Optional<Integer> option = option(entry.getKey(), options);
            Optional<BigDecimal> amount = amount(entry.getValue());
            if (option.isEmpty()) {
                return BallotCheck.invalid(
                        "choice",
                        "option-of-proposal",
                        "The options are 1 to %d.".formatted(options));
            }
            if (amount.isEmpty()) {
                return badAmount();
            }
            given.put(option.get(), amount.get());
        }
        return whole(given);
    }

    private static Optional<Integer> option(String key, int options) {
        return Optional.of(key)
                .filter(text -> NUMBER.matcher(text).matches())
                .map(Integer::valueOf)
                .filter(option -> option <= options);
    }

    private Optional<BigDecimal> amount(JsonNode value) {
        return Optional.of(value)
                .filter(JsonNode::isNumber)
                .map(number -> number.decimalValue().stripTrailingZeros())
                .filter(number -> number.signum() >= 0 && number.scale() <= decimals)
                .filter(number -> number.compareTo(BigDecimal.valueOf(mostEach)) <= 0);
    }

    private BallotCheck whole(SortedMap<Integer, BigDecimal> given) {
        int scale = given.values().stream().mapToInt(BigDecimal::scale).max().orElse(0);
        SortedMap<Integer, Long> points = new TreeMap<>();
        given.forEach((option, amount) ->
                points.put(option, amount.movePointRight(Math.max(0, scale)).longValueExact()));
        Choice.Points choice = new Choice.Points(points);
        if (choice.points().isEmpty()) {
            return BallotCheck.invalid(
                    "choice", "no-points", "At least one option is to get points.");
        }
        if (choice.sum() > mostTogether) {
            return BallotCheck.invalid(
                    "choice",
                    "points-together",
                    "The points, when whole, add up to at most %d.".formatted(mostTogether));
        }
        return new BallotCheck.Valid(choice);
    }

    private BallotCheck badAmount() {
        return BallotCheck.invalid(
                "choice",
                "points-of-option",
                "Points are numbers from 0 to %d with at most %d decimals."
                        .formatted(mostEach, decimals));
    }
}

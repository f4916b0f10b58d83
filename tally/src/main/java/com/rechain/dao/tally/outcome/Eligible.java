package com.rechain.dao.tally.outcome;

import java.math.BigInteger;

/** Everything that could have been cast: the electorate's weight and its number of voters. */
public record Eligible(BigInteger weight, long voters) {}

package com.rechain.dao.proposal.space;

import java.math.BigInteger;

/** What is known of somebody's weight. */
public sealed interface WeightLookup {
    /** So much; 0 for who is no member. */
    record Known(BigInteger weight) implements WeightLookup {}

    /** It cannot be looked up now. */
    record Unknown() implements WeightLookup {}
}

package com.rechain.dao.voting.writer;

import java.math.BigInteger;
import java.time.Instant;

/** What a ballot leads to under the facts that its transaction has locked. */
public sealed interface Ruling {

    /** The voter's first ballot. */
    record First(BigInteger weight) implements Ruling {}

    /** Takes the place of the current one. */
    record Replace(CurrentBallot current, BigInteger weight) implements Ruling {}

    /** Says what the current ballot says: nothing is written. */
    record Repeat(CurrentBallot current) implements Ruling {}

    /** The electorate has no such voter. */
    record NotEligible() implements Ruling {}

    /** All that the voter was given has been taken back by its owners' own ballots. */
    record NoWeightLeft() implements Ruling {}

    /** The rules allow no second ballot. */
    record AlreadyVoted(int revision, Instant castAt) implements Ruling {}

    /** Voting has not begun, is over, or was canceled. */
    record NotOpen(String state, Instant startsAt, Instant endsAt) implements Ruling {}
}

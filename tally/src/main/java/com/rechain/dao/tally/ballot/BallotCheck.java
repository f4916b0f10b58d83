package com.rechain.dao.tally.ballot;

import com.rechain.dao.tally.json.Fault;

/** Whether a ballot obeys its voting system. */
public sealed interface BallotCheck {

    record Valid(Choice choice) implements BallotCheck {}

    /** The ballot must be refused at the door; it can never be stored. */
    record Invalid(Fault broken) implements BallotCheck {}

    static BallotCheck invalid(String place, String rule, String message) {
        return new Invalid(new Fault(place, rule, message));
    }
}

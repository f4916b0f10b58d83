package com.rechain.dao.tally.power;

import java.util.UUID;

/** One hand that a weight passes into, and by which delegation. */
public record Hop(UUID delegateId, Scope scope, int basisPoints) {

    static Hop by(Delegation delegation) {
        return new Hop(delegation.delegateId(), delegation.scope(), delegation.basisPoints());
    }
}

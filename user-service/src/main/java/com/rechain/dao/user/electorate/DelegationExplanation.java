package com.rechain.dao.user.electorate;

import com.rechain.dao.tally.power.Delegation;
import com.rechain.dao.tally.power.Occasion;
import com.rechain.dao.user.delegation.DelegationReads;
import com.rechain.dao.user.delegation.DelegationRows;
import com.rechain.dao.user.delegation.LiveDelegation;
import com.rechain.dao.user.delegation.ScopeView;
import com.rechain.dao.user.electorate.DelegatedPower.Edge;
import com.rechain.dao.user.electorate.DelegatedPower.NoAmount;
import com.rechain.dao.user.electorate.PowerReads.Question;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Says of every delegation from and to somebody what it amounts to, and if to nothing, why. */
final class DelegationExplanation {
    private DelegationExplanation() {}

    static List<Edge> given(Connection connection, Question question) throws SQLException {
        List<LiveDelegation> all =
                DelegationRows.givenBy(
                        connection, question.spaceId(), question.accountId(), question.at());
        Set<LiveDelegation> inForce = inForce(all, question.occasion());
        return all.stream()
                .map(live -> edge(live, live.delegation().delegateId(), inForce, question))
                .toList();
    }

    static List<Edge> received(Connection connection, Question question) throws SQLException {
        List<LiveDelegation> all =
                DelegationRows.ofThoseWhoGiveTo(
                        connection,
                        question.spaceId(),
                        question.accountId(),
                        question.occasion(),
                        question.at());
        Set<LiveDelegation> inForce = inForce(all, question.occasion());
        return all.stream()
                .filter(live -> live.delegation().delegateId().equals(question.accountId()))
                .map(live -> edge(live, live.delegation().delegatorId(), inForce, question))
                .sorted(
                        Comparator.comparing(Edge::value)
                                .reversed()
                                .thenComparing(edge -> edge.userId().toString()))
                .toList();
    }

    private static Set<LiveDelegation> inForce(List<LiveDelegation> all, Occasion occasion) {
        return new HashSet<>(DelegationReads.inForce(all, occasion));
    }

    private static Edge edge(
            LiveDelegation live, UUID other, Set<LiveDelegation> inForce, Question question) {
        Delegation delegation = live.delegation();
        BigInteger amount =
                inForce.contains(live) ? delegation.of(live.weight().value()) : BigInteger.ZERO;
        return new Edge(
                other,
                ScopeView.of(delegation.scope()),
                delegation.basisPoints(),
                amount.toString(),
                live.since(),
                live.expiresAt(),
                amount.signum() > 0 ? null : why(live, inForce, question));
    }

    private static NoAmount why(
            LiveDelegation live, Set<LiveDelegation> inForce, Question question) {
        if (!question.occasion().scopes().contains(live.delegation().scope())) {
            return NoAmount.OTHER_SCOPE;
        }
        if (!inForce.contains(live)) {
            return NoAmount.NARROWER_DELEGATION;
        }
        return live.weight().isZero() ? NoAmount.NO_WEIGHT : NoAmount.ROUNDED_DOWN;
    }
}

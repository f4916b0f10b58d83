package com.rechain.dao.tally.system;

import com.rechain.dao.tally.ballot.Count;
import com.rechain.dao.tally.exact.Rational;
import com.rechain.dao.tally.outcome.Bars;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.outcome.Measures;
import com.rechain.dao.tally.outcome.Trace;
import com.rechain.dao.tally.outcome.Trace.Answer;
import com.rechain.dao.tally.rules.Method;
import com.rechain.dao.tally.rules.Rules;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Offers a budget to options, the most supported first. */
final class Spending {

    private final Method.Budget method;
    private final Rules rules;
    private final Count cast;
    private final Eligible eligible;
    private final List<Trace.Offer> offers = new ArrayList<>();
    private BigInteger left;
    private boolean ended;

    Spending(Method.Budget method, Rules rules, Count cast, Eligible eligible) {
        this.method = method;
        this.rules = rules;
        this.cast = cast;
        this.eligible = eligible;
        left = method.budget();
    }

    void spend(List<Rational> support) {
        LevelOptions level = new LevelOptions(method.level(), List.of());
        List<Integer> waiting =
                new ArrayList<>(IntStream.rangeClosed(1, support.size()).boxed().toList());
        while (!waiting.isEmpty()) {
            Rational most =
                    waiting.stream()
                            .map(option -> support.get(option - 1))
                            .max(Comparator.naturalOrder())
                            .orElseThrow();
            int next =
                    level.first(
                            waiting.stream()
                                    .filter(option -> support.get(option - 1).equals(most))
                                    .toList());
            waiting.remove(Integer.valueOf(next));
            offer(next, most);
        }
    }

    private void offer(int option, Rational support) {
        BigInteger cost = method.costs().get(option - 1);
        Answer answer = answer(support, cost);
        offers.add(new Trace.Offer(option, support, cost, left, answer));
        if (answer == Answer.FUNDED) {
            left = left.subtract(cost);
        }
        ended |= answer == Answer.TOO_DEAR && method.misfit() == Method.Misfit.STOP;
    }

    private Answer answer(Rational support, BigInteger cost) {
        if (support.signum() == 0
                || !Bars.of(rules, Measures.ofLeader(cast, support, eligible)).approved()) {
            return Answer.NOT_APPROVED;
        }
        if (ended) {
            return Answer.AFTER_THE_END;
        }
        return cost.compareTo(left) > 0 ? Answer.TOO_DEAR : Answer.FUNDED;
    }

    List<Integer> funded() {
        return offers.stream()
                .filter(offer -> offer.answer() == Answer.FUNDED)
                .map(Trace.Offer::option)
                .toList();
    }

    Trace trace() {
        return new Trace.Spending(offers);
    }
}

package com.rechain.dao.tally.system;

import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.outcome.Trace;
import com.rechain.dao.tally.rules.DefaultOption;
import com.rechain.dao.tally.rules.OptionQuorum;
import com.rechain.dao.tally.rules.Ratio;
import com.rechain.dao.tally.rules.Rules;
import java.math.BigInteger;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Holds every option against the default one before the winner is looked for, as the Debian
 * Constitution does (A.5 2 and 3): one that too little weight prefers to it is dropped, and so is
 * one that is not preferred often enough to the times it is not.
 */
final class Hurdle {

    private Hurdle() {}

    /** The options, from 1, that fail, and why; none where no default option is a hurdle. */
    static SortedMap<Integer, Trace.Drop> dropped(PairSums pairs, Rules rules, Eligible eligible) {
        SortedMap<Integer, Trace.Drop> dropped = new TreeMap<>();
        DefaultOption none = rules.provisions().defaultOption();
        if (none == null || !none.isHurdle()) {
            return dropped;
        }
        int standing = none.among(pairs.options());
        for (int option = 1; option <= pairs.options(); option++) {
            BigInteger over = pairs.preferring(option - 1, standing - 1);
            BigInteger under = pairs.preferring(standing - 1, option - 1);
            OptionQuorum quorum = none.quorum();
            if (option != standing && quorum != null && !quorum.isMetBy(over, eligible.weight())) {
                dropped.put(option, Trace.Drop.QUORUM);
            } else if (option != standing && !defeats(over, under, none.majorityOf(option))) {
                dropped.put(option, Trace.Drop.MAJORITY);
            }
        }
        return dropped;
    }

    private static boolean defeats(BigInteger over, BigInteger under, Ratio majority) {
        return over.multiply(majority.denominator()).compareTo(under.multiply(majority.numerator()))
                > 0;
    }
}

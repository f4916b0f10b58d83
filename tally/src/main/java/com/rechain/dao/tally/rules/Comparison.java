package com.rechain.dao.tally.rules;

import com.rechain.dao.tally.json.Coded;
import java.math.BigInteger;

/** How a measured number must stand to its threshold: above it, or at least at it. */
public enum Comparison implements Coded {
    GT,
    GE;

    public boolean holds(BigInteger left, BigInteger right) {
        int order = left.compareTo(right);
        return switch (this) {
            case GT -> order > 0;
            case GE -> order >= 0;
        };
    }
}

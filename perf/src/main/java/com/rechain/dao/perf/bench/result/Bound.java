package com.rechain.dao.perf.bench.result;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** What a figure may be at most, or must be at least. */
public record Bound(Side side, double value) {
    /** On which side of the bound good figures lie. */
    public enum Side {
        AT_MOST,
        AT_LEAST
    }

    public static Bound atMost(double value) {
        return new Bound(Side.AT_MOST, value);
    }

    public static Bound atLeast(double value) {
        return new Bound(Side.AT_LEAST, value);
    }

    public boolean holds(double figure) {
        return switch (side) {
            case AT_MOST -> figure <= value;
            case AT_LEAST -> figure >= value;
        };
    }

    /** Whether smaller figures are the better ones. */
    @JsonIgnore
    public boolean smallerIsBetter() {
        return side == Side.AT_MOST;
    }

    @Override
    public String toString() {
        return (smallerIsBetter() ? "<= " : ">= ") + Numbers.text(value);
    }
}

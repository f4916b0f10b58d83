package com.rechain.dao.tally.rules;

import com.rechain.dao.tally.json.Coded;

/** The voting systems a proposal can name. */
public enum SystemName implements Coded {
    BASIC("basic"),
    OPTIMISTIC("optimistic"),
    SINGLE_CHOICE("single-choice"),
    APPROVAL("approval"),
    WEIGHTED("weighted"),
    QUADRATIC("quadratic"),
    SCORE("score"),
    BORDA("borda"),
    RANKED_CHOICE("ranked-choice"),
    STV("stv"),
    COPELAND("copeland"),
    SCHULZE("schulze"),
    BUDGET("budget");

    private final String code;

    SystemName(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}

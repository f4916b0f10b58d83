package com.rechain.dao.perf.peer;

/** A program to measure with, or against, is not here; the message says how to get it. */
public final class MissingToolException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    MissingToolException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    /** Which program it is and how to get it. */
    public String sentence() {
        return sentence;
    }
}

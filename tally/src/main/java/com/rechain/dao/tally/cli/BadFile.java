package com.rechain.dao.tally.cli;

import com.rechain.dao.tally.json.Fault;

/** A file that can not be counted; the message is one sentence that names the place. */
final class BadFile extends Exception {
    private static final long serialVersionUID = 1L;

    BadFile(String message) {
        super(message);
    }

    static BadFile at(String place, String message) {
        return new BadFile(place + ": " + message);
    }

    /** The first of what is wrong with the value at {@code place}. */
    static BadFile of(String place, Fault fault) {
        String whole = fault.place().isEmpty() ? place : place + "." + fault.place();
        return at(whole, fault.message());
    }
}

package com.rechain.dao.perf.cli;

/** What was asked for makes no sense; the message is one sentence for the one who asked. */
public class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}

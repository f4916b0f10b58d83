package com.rechain.dao.perf.load;

/** A server answered something that is no HTTP/1.1, or that the generator does not speak. */
final class MalformedAnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedAnswerException(String message) {
        super(message);
    }
}

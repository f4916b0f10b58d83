package com.rechain.dao.platform.event;

/**
 * An event that can never be applied, however often it is tried: it belongs with the dead letters.
 */
public class PoisonEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PoisonEventException(String reason) {
        super(reason);
    }

    public PoisonEventException(String reason, Throwable cause) {
        super(reason, cause);
    }
}

package com.rechain.dao.platform.production;

import java.util.List;

/** Looks at one part of the configuration when a service starts in production. */
public interface ProductionCheck {
    /** What is wrong, most serious first; empty when all is well. */
    List<Finding> findings();

    /**
     * Something about the configuration that production should not have.
     *
     * @param severity whether the service may run all the same
     * @param message what is wrong and which setting mends it; never a secret's value
     */
    record Finding(Severity severity, String message) {
        public static Finding stop(String message) {
            return new Finding(Severity.STOP, message);
        }

        public static Finding warn(String message) {
            return new Finding(Severity.WARN, message);
        }
    }

    /** What a finding does. */
    enum Severity {
        WARN,
        STOP
    }
}

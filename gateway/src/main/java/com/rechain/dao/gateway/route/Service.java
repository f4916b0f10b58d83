package com.rechain.dao.gateway.route;

/** The services behind the gateway. */
public enum Service {
    USER("user-service"),
    PROPOSAL("proposal-service"),
    VOTING("voting-service");

    private final String label;

    Service(String label) {
        this.label = label;
    }

    /** Its name in configuration, metrics and the health page. */
    public String label() {
        return label;
    }
}

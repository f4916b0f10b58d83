package com.rechain.dao.devstack.backing;

import java.util.Locale;

/** A service's own part of the database, with the three accounts that may touch it. */
public enum Schema {
    USERS,
    PROPOSALS,
    VOTING;

    public static Schema named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    public String schemaName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What an account of a schema may do. */
    public enum Role {
        /** Changes tables; for migrations. */
        OWNER("ALL PRIVILEGES"),
        /** Changes rows; for the service. */
        APP("SELECT, INSERT, UPDATE, DELETE"),
        /** Reads rows; for the replica. */
        READ("SELECT");

        private final String privileges;

        Role(String privileges) {
            this.privileges = privileges;
        }

        String privileges() {
            return privileges;
        }
    }

    public Account account(Role role, Secrets secrets) {
        String name = schemaName() + "_" + role.name().toLowerCase(Locale.ROOT);
        return new Account(name, secrets.value("db." + name));
    }
}

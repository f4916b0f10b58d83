package com.rechain.dao.user.weightimport;

import com.rechain.dao.user.text.EmailAddress;
import com.rechain.dao.user.text.Handle;
import java.util.Optional;
import java.util.UUID;

/**
 * How a line names a member.
 *
 * @param value in the form in which the database compares it
 */
record MemberReference(Kind kind, String value) {
    /** The ways of naming a member. */
    enum Kind {
        USER_ID("userId", "id"),
        HANDLE("handle", "handle"),
        EMAIL("email", "email_key");

        private final String field;
        private final String column;

        Kind(String field, String column) {
            this.field = field;
            this.column = column;
        }

        /** What it is called in CSV and JSON. */
        String field() {
            return field;
        }

        String column() {
            return column;
        }

        static Optional<Kind> ofField(String field) {
            for (Kind kind : values()) {
                if (kind.field.equalsIgnoreCase(field)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /** The reference in {@code text}, or empty where that has not the kind's form. */
    static Optional<MemberReference> parse(Kind kind, String text) {
        Optional<String> value =
                switch (kind) {
                    case USER_ID -> uuid(text);
                    case HANDLE -> Handle.parse(text).map(Handle::text);
                    case EMAIL -> EmailAddress.parse(text).map(EmailAddress::key);
                };
        return value.map(v -> new MemberReference(kind, v));
    }

    private static Optional<String> uuid(String text) {
        try {
            return text.length() == 36
                    ? Optional.of(UUID.fromString(text).toString())
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}

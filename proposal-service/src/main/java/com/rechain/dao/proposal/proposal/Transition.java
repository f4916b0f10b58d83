package com.rechain.dao.proposal.proposal;

import java.util.Locale;

/** A step in a proposal's life. */
public enum Transition {
    DRAFTED,
    EDITED,
    DISCARDED,
    PUBLISHED,
    READY,
    STARTED,
    HELD,
    CANCELED,
    CONCLUDED;

    /** Whether others than the author can see that it happened. */
    public boolean isPublic() {
        return switch (this) {
            case DRAFTED, EDITED, DISCARDED -> false;
            case PUBLISHED, READY, STARTED, HELD, CANCELED, CONCLUDED -> true;
        };
    }

    /** The name metrics carry. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package com.rechain.dao.proposal.proposal;

import java.util.Locale;

/** A step in a proposal's life. */
public enum Transition {
    DRAFTED,
    EDITED,
    DISCARDED,
    SIGNING,
    SIGNED,
    PUBLISHED,
    READY,
    STARTED,
    EXTENDED,
    HELD,
    CANCELED,
    CONCLUDED,
    EXECUTED,
    FALTERED,
    VETOED,
    EXPIRED;

    /** Whether others than the author can see that it happened. */
    public boolean isPublic() {
        return switch (this) {
            case DRAFTED, EDITED, DISCARDED -> false;
            case SIGNING,
                    SIGNED,
                    PUBLISHED,
                    READY,
                    STARTED,
                    EXTENDED,
                    HELD,
                    CANCELED,
                    CONCLUDED,
                    EXECUTED,
                    FALTERED,
                    VETOED,
                    EXPIRED ->
                    true;
        };
    }

    /** The name metrics carry. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

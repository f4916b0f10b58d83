package com.rechain.dao.gateway.route;

/**
 * Who goes first when not everybody can be served, the last ones first. Each may take only a part
 * of what there is, so that something is always left for those above it.
 */
public enum Priority {
    /** Exports and large lists: whoever wants them can come again later. */
    EXPORT(0.6),
    /** What is read by people. */
    LIST(0.8),
    /** Everything else, above all signing in and writing. */
    OTHER(0.95),
    /** Votes: the window closes whatever the load. */
    VOTE(1);

    private final double share;

    Priority(double share) {
        this.share = share;
    }

    /** How many of {@code places} may be taken when one of this priority wants another. */
    public int placesOf(int places) {
        return Math.max(1, (int) Math.floor(places * share));
    }
}

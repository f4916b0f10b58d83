package com.rechain.dao.perf.agent;

/** What can be put into a service, and where. */
public enum Fault {
    /** For every list of ballots, a statement more for each of twenty rows. */
    N_PLUS_ONE("com/rechain/dao/voting/ballot/BallotReads", "rows", "nPlusOne"),
    /** For every proposal that is read, some milliseconds of work for nothing. */
    CPU_BURN("com/rechain/dao/proposal/search/ProposalReadResource", "get", "burn"),
    /** For every proposal that is read, megabytes of garbage. */
    ALLOCATION_STORM("com/rechain/dao/proposal/search/ProposalReadResource", "get", "allocate"),
    /** For every proposal that is read, something that is never let go of. */
    LEAK("com/rechain/dao/proposal/search/ProposalReadResource", "get", "leak"),
    /** For every proposal that is read, a wait. */
    DELAY("com/rechain/dao/proposal/search/ProposalReadResource", "get", "delay");

    private final String type;
    private final String method;
    private final String hook;

    Fault(String type, String method, String hook) {
        this.type = type;
        this.method = method;
        this.hook = hook;
    }

    /** The class it goes into, in the form of the JVM. */
    public String type() {
        return type;
    }

    /** The methods of that class that it is done at the beginning of. */
    public String method() {
        return method;
    }

    /** The method of {@link Faults} that does it. */
    String hook() {
        return hook;
    }
}

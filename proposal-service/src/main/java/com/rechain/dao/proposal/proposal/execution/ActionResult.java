package com.rechain.dao.proposal.proposal.execution;

/** What became of trying an action. */
public sealed interface ActionResult {
    /** What there is to say of it, for people. */
    String detail();

    /** It is done. */
    record Done(String detail) implements ActionResult {}

    /** It may be done another time, or even is done and nobody heard of it. */
    record Unsure(String detail) implements ActionResult {}

    /** The other side will never do it as it is. */
    record Refused(String detail) implements ActionResult {}
}

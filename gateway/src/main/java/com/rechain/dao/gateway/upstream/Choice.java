package com.rechain.dao.gateway.upstream;

/** What came of asking for an instance. */
public sealed interface Choice {
    /** This one, with a place in it taken. */
    record Chosen(Instance instance) implements Choice {}

    /** Those that could be asked have no place left. */
    record Full() implements Choice {}

    /** There is none that could be asked. */
    record NoneLeft() implements Choice {}
}

package com.rechain.dao.proposal.space;

/** What became of looking for a space. */
public sealed interface SpaceLookup {
    /** It exists. */
    record Known(SpaceReference space) implements SpaceLookup {}

    /** user-service says that there is none. */
    record NoSuchSpace() implements SpaceLookup {}

    /** It is not known here and user-service does not answer. */
    record Unknown() implements SpaceLookup {}
}

package com.rechain.dao.tally.power;

import java.util.Optional;
import java.util.UUID;

/** What a delegation is for. The narrower one wins: proposal, topic, space, everything. */
public sealed interface Scope {

    /** Every space. */
    record Everywhere() implements Scope {}

    /** Every proposal of the space. */
    record Space() implements Scope {}

    /** The proposals of the space that bear a label. */
    record Topic(String label) implements Scope {}

    /** One proposal. */
    record Proposal(UUID proposalId) implements Scope {}

    /** The scope in one word, as it is stored and hashed. */
    default String text() {
        return switch (this) {
            case Everywhere() -> "EVERYWHERE";
            case Space() -> "SPACE";
            case Topic(String label) -> "TOPIC:" + label;
            case Proposal(UUID proposalId) -> "PROPOSAL:" + proposalId;
        };
    }

    /** Reads what {@link #text} wrote; empty for anything else. */
    static Optional<Scope> parse(String text) {
        if (text.equals("EVERYWHERE")) {
            return Optional.of(new Everywhere());
        }
        if (text.equals("SPACE")) {
            return Optional.of(new Space());
        }
        if (text.startsWith("TOPIC:")) {
            return Optional.of(new Topic(text.substring("TOPIC:".length())));
        }
        return text.startsWith("PROPOSAL:")
                ? proposal(text.substring("PROPOSAL:".length()))
                : Optional.empty();
    }

    private static Optional<Scope> proposal(String id) {
        try {
            return Optional.of(new Proposal(UUID.fromString(id)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}

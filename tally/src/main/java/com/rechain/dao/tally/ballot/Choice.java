package com.rechain.dao.tally.ballot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.rechain.dao.tally.json.CanonicalJson;

/**
 * A valid choice. Each voting system makes its own kind; all have one canonical text, by which
 * equal choices are known.
 */
public sealed interface Choice {

    /** One option, counted from 1. */
    record Option(int index) implements Choice {
        public Option {
            if (index < 1) {
                throw new IllegalArgumentException("options are counted from 1: " + index);
            }
        }
    }

    default JsonNode toJson() {
        return switch (this) {
            case Option(int index) -> IntNode.valueOf(index);
        };
    }

    default String canonical() {
        return CanonicalJson.text(toJson());
    }
}

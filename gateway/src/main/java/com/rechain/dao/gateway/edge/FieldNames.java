package com.rechain.dao.gateway.edge;

import io.netty.util.AsciiString;
import java.util.Set;

/**
 * A fixed set of field names, whatever their case. Every field of every request is looked up in it:
 * by the hash that names from the wire carry along, and without making a string of them.
 */
final class FieldNames {
    private final CharSequence[] slots;

    private FieldNames(int size) {
        this.slots = new CharSequence[size];
    }

    static FieldNames of(String... names) {
        // A quarter full at most: a name that is not in it most often ends at the first look.
        FieldNames set = new FieldNames(Integer.highestOneBit(names.length) * 8);
        for (String name : Set.of(names)) {
            set.slots[set.slot(name)] = AsciiString.of(name);
        }
        return set;
    }

    boolean contains(CharSequence name) {
        return slots[slot(name)] != null;
    }

    /** Where {@code name} is, or would be. */
    private int slot(CharSequence name) {
        int mask = slots.length - 1;
        int at = AsciiString.hashCode(name) & mask;
        while (slots[at] != null && !AsciiString.contentEqualsIgnoreCase(slots[at], name)) {
            at = at + 1 & mask;
        }
        return at;
    }
}

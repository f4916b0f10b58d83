package com.rechain.dao.tally.json;

import java.util.List;

/** What became of reading an input: the value, or every rule it breaks. */
public sealed interface Parsed<T> {

    /** The input was right. */
    record Accepted<T>(T value) implements Parsed<T> {}

    /** The input broke at least one rule. */
    record Refused<T>(List<Fault> faults) implements Parsed<T> {
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    static <T> Parsed<T> refused(String place, String rule, String message) {
        return new Refused<>(List.of(new Fault(place, rule, message)));
    }

    /** The value of an input that is known to be right, such as one written by this library. */
    default T orElseThrow() {
        return switch (this) {
            case Accepted<T>(T value) -> value;
            case Refused<T>(List<Fault> faults) ->
                    throw new IllegalArgumentException(faults.toString());
        };
    }
}

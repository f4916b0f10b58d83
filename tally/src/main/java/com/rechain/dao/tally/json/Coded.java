package com.rechain.dao.tally.json;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A constant with a stable code in JSON; by default its own name. */
public interface Coded {

    String name();

    default String code() {
        return name();
    }

    static <E extends Enum<E> & Coded> Optional<E> find(Class<E> type, String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.code().equals(code))
                .findFirst();
    }

    static <E extends Enum<E> & Coded> List<String> codes(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Coded::code).toList();
    }
}

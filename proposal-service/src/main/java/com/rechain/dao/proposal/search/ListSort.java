package com.rechain.dao.proposal.search;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The orders a list can have; the id breaks ties, so that each is total. */
enum ListSort {
    NEWEST("newest", "listed_at", true),
    OLDEST("oldest", "listed_at", false),
    ENDS_FIRST("endsAt", "ends_at", false),
    ENDS_LAST("-endsAt", "ends_at", true);

    private final String code;
    private final String column;
    private final boolean descending;

    ListSort(String code, String column, boolean descending) {
        this.code = code;
        this.column = column;
        this.descending = descending;
    }

    static Optional<ListSort> named(String code) {
        return Arrays.stream(values()).filter(sort -> sort.code.equals(code)).findFirst();
    }

    static String codes() {
        return Arrays.stream(values()).map(ListSort::code).collect(Collectors.joining(", "));
    }

    String code() {
        return code;
    }

    String column() {
        return column;
    }

    String orderBy() {
        String direction = descending ? " DESC" : " ASC";
        return " ORDER BY p." + column + direction + ", p.id" + direction;
    }

    /**
     * Bounds the index range, then cuts the rows of the same instant: three parameters, instant,
     * instant, id.
     */
    String after() {
        String further = descending ? "<" : ">";
        return "p.%1$s %2$s= ? AND (p.%1$s %2$s ? OR p.id %2$s ?)".formatted(column, further);
    }
}

package com.rechain.dao.observability;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The metrics of {@code METRICS.md}, under all the names that Prometheus stores them by. */
final class Catalogue {
    private static final Pattern ROW =
            Pattern.compile("\\| `(\\w+)` \\| (histogram|summary|counter|gauge) \\|.*");

    private Catalogue() {}

    static Set<String> series() {
        return Folder.lines(Folder.HERE.resolve("METRICS.md")).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .flatMap(row -> series(row.group(1), row.group(2)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> series(String name, String kind) {
        List<String> endings =
                switch (kind) {
                    case "histogram" -> List.of("", "_bucket", "_count", "_sum", "_max");
                    case "summary" -> List.of("", "_count", "_sum", "_max");
                    default -> List.of("");
                };
        return endings.stream().map(name::concat);
    }
}

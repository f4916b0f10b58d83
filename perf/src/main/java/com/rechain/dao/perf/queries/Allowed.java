package com.rechain.dao.perf.queries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.rechain.dao.perf.cli.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What plans may do although it is not done otherwise, each with its reason. */
final class Allowed {
    private final List<Exception> exceptions;
    private final Set<Exception> used = new HashSet<>();

    private Allowed(List<Exception> exceptions) {
        this.exceptions = exceptions;
    }

    /**
     * An exception.
     *
     * @param statement what a statement's shape contains that it is for
     * @param finding what the finding begins with
     */
    record Exception(String statement, String finding, String because) {}

    static Allowed read(Path file) {
        if (!Files.exists(file)) {
            throw new UsageException(file + " is missing.");
        }
        List<Exception> exceptions = new ArrayList<>();
        for (JsonNode entry : yaml(file)) {
            Exception exception =
                    new Exception(
                            entry.path("statement").asText(),
                            entry.path("finding").asText(),
                            entry.path("because").asText());
            if (exception.statement().isBlank()
                    || exception.finding().isBlank()
                    || exception.because().length() < 20) {
                throw new UsageException(
                        "Every exception in %s needs a statement, a finding and, in a sentence, because: not %s."
                                .formatted(file, entry));
            }
            exceptions.add(exception);
        }
        return new Allowed(exceptions);
    }

    private static JsonNode yaml(Path file) {
        try {
            JsonNode list = new YAMLMapper().readTree(Files.readString(file));
            if (list == null || !list.isArray()) {
                throw new UsageException(file + " is not a list of exceptions.");
            }
            return list;
        } catch (IOException e) {
            throw new UsageException(
                    file
                            + " is not YAML: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
                            + ".");
        }
    }

    /** Why this statement may do that; empty when it may not. */
    Optional<String> reason(Recorded statement, String finding) {
        Optional<Exception> exception =
                exceptions.stream()
                        .filter(each ->
                                statement.shape().contains(each.statement())
                                        && finding.startsWith(each.finding()))
                        .findFirst();
        exception.ifPresent(used::add);
        return exception.map(Exception::because);
    }

    /** Exceptions that were of no use. */
    List<Exception> unused() {
        return exceptions.stream().filter(each -> !used.contains(each)).toList();
    }
}

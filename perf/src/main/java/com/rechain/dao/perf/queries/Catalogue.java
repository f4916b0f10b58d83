package com.rechain.dao.perf.queries;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rechain.dao.devstack.backing.Schema;
import com.rechain.dao.perf.cli.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The statements of all services: {@code perf/queries/<service>.jsonl}, a line each. */
public final class Catalogue {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Recorded> statements;

    private Catalogue(List<Recorded> statements) {
        this.statements = statements;
    }

    /** Reads what is committed in the repository at {@code root}. */
    public static Catalogue in(Path root) {
        List<Recorded> all = new ArrayList<>();
        for (Schema schema : Schema.values()) {
            all.addAll(read(root.resolve("perf/queries").resolve(service(schema) + ".jsonl")));
        }
        return new Catalogue(all);
    }

    /** The name of the service that owns a schema. */
    public static String service(Schema schema) {
        return switch (schema) {
            case USERS -> "user-service";
            case PROPOSALS -> "proposal-service";
            case VOTING -> "voting-service";
        };
    }

    List<Recorded> of(Schema schema) {
        return statements.stream()
                .filter(statement -> statement.service().equals(service(schema)))
                .toList();
    }

    static List<Recorded> read(Path file) {
        if (!Files.exists(file)) {
            throw new UsageException(
                    "%s is missing; the integration tests write it with -Ddao.contracts.update=true."
                            .formatted(file));
        }
        String service = file.getFileName().toString().replace(".jsonl", "");
        List<Recorded> statements = new ArrayList<>();
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                statements.add(
                        statement(service, lines.get(i), "%s, line %d,".formatted(file, i + 1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return statements;
    }

    private static Recorded statement(String service, String line, String where) {
        JsonNode json = json(line, where);
        List<String> parameters = new ArrayList<>();
        json.path("parameters").forEach(value -> parameters.add(value.asText()));
        String sql = json.path("sql").asText();
        if (!sql.matches("(?is)(select|insert|update|delete|replace)\\s.*")
                || !json.path("shape").isTextual()) {
            throw new UsageException(where + " is no statement.");
        }
        return new Recorded(
                service,
                json.path("shape").asText(),
                json.path("site").asText(),
                sql,
                List.copyOf(parameters));
    }

    private static JsonNode json(String line, String where) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UsageException(where + " is not JSON: it was cut off or edited by hand.");
        }
    }
}

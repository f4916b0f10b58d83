package com.rechain.dao.tally;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rechain.dao.tally.ballot.BallotCheck;
import com.rechain.dao.tally.ballot.Choice;
import com.rechain.dao.tally.ballot.OptionTally;
import com.rechain.dao.tally.json.StrictJson;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;
import com.rechain.dao.tally.system.VotingSystem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The third-party cases, from the test resources or from the folder named by {@code -Dvectors.dir}.
 */
final class Vectors {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Vectors() {}

    static JsonNode read(String file) {
        try (InputStream in = open(file)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String file) throws IOException {
        String folder = System.getProperty("vectors.dir");
        // Another folder may know fewer files than have been gathered here.
        return folder == null || Files.notExists(Path.of(folder, file))
                ? Objects.requireNonNull(
                        Vectors.class.getResourceAsStream("/vectors/" + file), file)
                : Files.newInputStream(Path.of(folder, file));
    }

    /**
     * A single-choice tally of a vector's ballots; weights are scaled so that decimals become
     * whole.
     */
    static OptionTally tally(JsonNode ballots, int options, int scale) {
        OptionTally tally = new OptionTally(options);
        for (JsonNode ballot : ballots) {
            BallotCheck check =
                    VotingSystem.of(SystemName.SINGLE_CHOICE)
                            .check(
                                    ballot.get("choice"),
                                    options,
                                    Rules.defaultsFor(SystemName.SINGLE_CHOICE));
            Choice choice = ((BallotCheck.Valid) check).choice();
            for (int i = 0; i < ballot.path("count").asInt(1); i++) {
                tally.add(choice, scaled(ballot.get("weight").asText(), scale));
            }
        }
        return tally;
    }

    /** The rules under which a system behaves as at Snapshot. */
    static Rules asSnapshot(SystemName system) {
        String method =
                switch (system) {
                    case APPROVAL -> "{\"none\":true}";
                    case RANKED_CHOICE ->
                            "{\"partial\":false,\"elimination\":\"SINGLE\",\"stop\":\"MAJORITY\",\"tieBreak\":\"LISTED\"}";
                    case COPELAND ->
                            "{\"partial\":false,\"equal\":false,\"averageSupport\":true,\"normalised\":true}";
                    default -> null;
                };
        return method == null ? Rules.defaultsFor(system) : rules(system, method);
    }

    /** Rules with this part of the method, the rest as usual. */
    static Rules rules(SystemName system, String method) {
        JsonNode partial = StrictJson.parse("{\"method\":" + method + "}").orElseThrow();
        return Rules.parseWithDefaults(system, partial).orElseThrow();
    }

    static BigInteger scaled(String decimal, int scale) {
        return new BigDecimal(decimal).movePointRight(scale).toBigIntegerExact();
    }
}

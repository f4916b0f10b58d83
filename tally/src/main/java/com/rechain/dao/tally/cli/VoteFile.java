package com.rechain.dao.tally.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.tally.json.Coded;
import com.rechain.dao.tally.json.Parsed;
import com.rechain.dao.tally.json.StrictJson;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;
import com.rechain.dao.tally.system.VotingSystem;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A vote in a file, as {@code docs/formats/vote-file.md} has it. Ballots are counted as they are
 * read, so that a file may be larger than memory; choices, rules and eligible stand before them.
 */
final class VoteFile {
    private final Set<String> seen = new HashSet<>();
    private List<String> choices = List.of();
    private @Nullable Rules rules;
    private @Nullable Eligible eligible;
    private @Nullable BallotBox box;

    private VoteFile() {}

    /**
     * Reads and counts {@code in}.
     *
     * @throws BadFile when it is not a vote
     */
    static VoteFile read(InputStream in) throws BadFile, IOException {
        VoteFile file = new VoteFile();
        try (JsonParser json = StrictJson.stream(in)) {
            file.read(json);
        } catch (JsonProcessingException e) {
            throw new BadFile(StrictJson.sentence(e));
        }
        return file;
    }

    /** The result, with everything that led to it and the ballots that were rejected. */
    ObjectNode result() throws BadFile {
        if (box == null) {
            throw missing("ballots");
        }
        return box.result(choices);
    }

    private void read(JsonParser json) throws BadFile, IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new BadFile("The file: an object is expected.");
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            seen.add(field);
            json.nextToken();
            switch (field) {
                case "choices" -> choices = labels(json.readValueAsTree());
                case "rules" -> rules = rules(json.readValueAsTree());
                case "eligible" -> eligible = EligibleReader.read(json.readValueAsTree());
                case "ballots" -> count(json);
                default -> throw BadFile.at(field, "This field is not known.");
            }
        }
        if (json.nextToken() != null) {
            throw new BadFile("The file: nothing may follow the object.");
        }
    }

    private void count(JsonParser json) throws BadFile, IOException {
        for (String before : List.of("choices", "rules", "eligible")) {
            if (!seen.contains(before)) {
                throw BadFile.at(
                        "ballots",
                        "They are counted as they are read, so " + before + " comes first.");
            }
        }
        if (rules == null || eligible == null) {
            throw new IllegalStateException("seen and not kept");
        }
        checkOptions(rules);
        box = new BallotBox(rules, eligible, choices.size());
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw BadFile.at("ballots", "A list is expected.");
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            JsonNode ballot = json.readValueAsTree();
            box.add(ballot);
        }
    }

    private void checkOptions(Rules of) throws BadFile {
        if (VotingSystem.of(of.system()).checkOptions(choices.size(), of)
                instanceof Parsed.Refused<Integer>(var faults)) {
            throw BadFile.at(faults.getFirst().place(), faults.getFirst().message());
        }
    }

    private static List<String> labels(JsonNode given) throws BadFile {
        List<String> labels = new ArrayList<>();
        for (JsonNode label : given) {
            if (!label.isTextual() || label.textValue().isBlank()) {
                throw BadFile.at(
                        "choices[" + labels.size() + "]", "A label for people is expected.");
            }
            labels.add(label.textValue());
        }
        if (!given.isArray()) {
            throw BadFile.at("choices", "A list of labels is expected.");
        }
        return labels;
    }

    private static Rules rules(JsonNode given) throws BadFile {
        String name = given.path("system").asText();
        for (SystemName system : SystemName.values()) {
            if (system.code().equals(name)) {
                return switch (Rules.parseWithDefaults(system, given)) {
                    case Parsed.Accepted<Rules>(Rules complete) -> complete;
                    case Parsed.Refused<Rules>(var faults) ->
                            throw BadFile.of("rules", faults.getFirst());
                };
            }
        }
        throw BadFile.at(
                "rules.system", "One of %s is expected.".formatted(Coded.codes(SystemName.class)));
    }

    private static BadFile missing(String field) {
        return BadFile.at(field, "This field is required.");
    }
}

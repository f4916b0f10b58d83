package com.rechain.dao.proposal.proposal.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.platform.problem.FieldError;
import com.rechain.dao.proposal.space.SpaceRole;
import com.rechain.dao.tally.json.UnicodeText;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The members of one JSON object, read one by one; what is wrong is named by its place. */
final class Fields {
    private static final int MAX_DESCRIPTION = 5_000;

    private final String place;
    private final ObjectNode object;
    private final List<FieldError> errors;
    private final Set<String> known = new HashSet<>();

    Fields(String place, JsonNode node, List<FieldError> errors) {
        this.place = place;
        this.errors = errors;
        if (node instanceof ObjectNode given) {
            this.object = given;
        } else {
            this.object = JsonNodeFactory.instance.objectNode();
            errors.add(new FieldError(place, "type", "It must be an object."));
        }
    }

    /** The member as it is, or null. */
    @Nullable JsonNode find(String name) {
        known.add(name);
        JsonNode node = object.get(name);
        return node == null || node.isNull() ? null : node;
    }

    @Nullable String text(String name, int max) {
        JsonNode node = find(name);
        if (node == null || !node.isTextual()) {
            refuse(name, "required", "A text must be given.");
            return null;
        }
        String text = node.textValue();
        int length = text.codePointCount(0, text.length());
        if (text.isBlank() || length > max) {
            refuse(name, "length", "It must have 1 to " + max + " characters.");
            return null;
        }
        if (!UnicodeText.isWellFormed(text) || text.indexOf('\0') >= 0) {
            refuse(
                    name,
                    "well-formed-text",
                    "It must be well-formed Unicode without NUL characters.");
            return null;
        }
        return text;
    }

    <E extends Enum<E>> @Nullable E constant(String name, Class<E> type) {
        JsonNode node = find(name);
        for (E constant : type.getEnumConstants()) {
            if (node != null && constant.name().equals(node.textValue())) {
                return constant;
            }
        }
        refuse(name, "known-" + name, "It is one of " + Arrays.toString(type.getEnumConstants()));
        return null;
    }

    @Nullable Long wholeNumber(String name, long min, long max) {
        JsonNode node = find(name);
        if (node == null) {
            return null;
        }
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            refuse(name, "type", "It must be a whole number.");
            return null;
        }
        if (node.longValue() < min || node.longValue() > max) {
            refuse(name, "range", "It must be " + min + " to " + max + ".");
            return null;
        }
        return node.longValue();
    }

    /** The id in a member, or null where there is none. */
    @Nullable UUID id(String name) {
        JsonNode node = find(name);
        if (node == null) {
            return null;
        }
        try {
            UUID id = UUID.fromString(node.asText());
            // UUID.fromString also takes shortened forms.
            if (id.toString().equalsIgnoreCase(node.textValue())) {
                return id;
            }
        } catch (IllegalArgumentException _) {
            // Not an id: said below.
        }
        refuse(name, "uuid", "This must be the id of one.");
        return null;
    }

    @Nullable Action role() {
        UUID userId = id("userId");
        if (object.get("userId") == null) {
            refuse("userId", "required", "It must be given.");
        }
        SpaceRole role = constant("role", SpaceRole.class);
        return userId == null || role == null ? null : new Action.Role(userId, role);
    }

    @Nullable Action settings() {
        JsonNode changes = find("changes");
        if (!(changes instanceof ObjectNode given) || given.isEmpty()) {
            refuse("changes", "required", "An object with what is to change must be given.");
            return null;
        }
        if (!isWritable(given)) {
            refuse("changes", "form", "It must be well-formed Unicode and numbers of usual size.");
            return null;
        }
        return new Action.Settings(given.deepCopy());
    }

    /** Whether it has a canonical form: half a character has none, nor has 1e400. */
    private static boolean isWritable(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> UnicodeText.isWellFormed(node.textValue());
            case NUMBER -> Double.isFinite(node.doubleValue());
            default ->
                    node.properties().stream()
                                    .allMatch(member -> UnicodeText.isWellFormed(member.getKey()))
                            && node.valueStream().allMatch(Fields::isWritable);
        };
    }

    @Nullable Action manual() {
        String description = text("description", MAX_DESCRIPTION);
        return description == null ? null : new Action.Manual(description);
    }

    /** Refuses every member that has not been asked for. */
    void noOthers() {
        for (String name : object.properties().stream().map(Map.Entry::getKey).toList()) {
            if (!known.contains(name)) {
                refuse(name, "known-member", "There is no such member here.");
            }
        }
    }

    void refuse(String name, String rule, String message) {
        errors.add(new FieldError(place + "." + name, rule, message));
    }
}

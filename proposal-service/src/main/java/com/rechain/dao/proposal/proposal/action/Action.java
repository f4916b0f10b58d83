package com.rechain.dao.proposal.proposal.action;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.proposal.space.SpaceRole;
import java.util.Map;
import java.util.UUID;

/** One thing that is done when a proposal has succeeded and its timelock has passed. */
public sealed interface Action {
    /** Tells a machine outside, by a signed POST. */
    record Webhook(String url, Map<String, String> headers) implements Action {
        public Webhook {
            headers = Map.copyOf(headers);
        }
    }

    /** Gives somebody a role in the space. */
    record Role(UUID userId, SpaceRole role) implements Action {}

    /** Changes the space's settings by a JSON merge patch. */
    record Settings(ObjectNode changes) implements Action {}

    /** Something that people do and then note here. */
    record Manual(String description) implements Action {}

    /** What it is called in requests and answers. */
    default ActionKind kind() {
        return switch (this) {
            case Webhook _ -> ActionKind.WEBHOOK;
            case Role _ -> ActionKind.ROLE;
            case Settings _ -> ActionKind.SETTINGS;
            case Manual _ -> ActionKind.MANUAL;
        };
    }

    /** The form in which it is shown, stored and hashed. */
    default ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("kind", kind().name());
        switch (this) {
            case Webhook(String url, Map<String, String> headers) -> {
                json.put("url", url);
                if (!headers.isEmpty()) {
                    ObjectNode fields = json.putObject("headers");
                    headers.forEach(fields::put);
                }
            }
            case Role(UUID userId, SpaceRole role) ->
                    json.put("userId", userId.toString()).put("role", role.name());
            case Settings(ObjectNode changes) -> json.set("changes", changes);
            case Manual(String description) -> json.put("description", description);
        }
        return json;
    }
}

package com.rechain.dao.proposal.proposal.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.tally.json.CanonicalJson;
import com.rechain.dao.tally.json.Sha256;
import com.rechain.dao.tally.json.StrictJson;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What follows a success: the actions in their order, and what holds them up.
 *
 * @param delaySeconds how long after the challenge they wait; null for the space's least delay
 * @param predecessorId the proposal of the same space that must have been carried out before
 */
public record Plan(
        List<Action> actions, @Nullable Long delaySeconds, @Nullable UUID predecessorId) {
    /** Nothing follows. */
    public static final Plan NONE = new Plan(List.of(), null, null);

    public Plan {
        actions = List.copyOf(actions);
    }

    /** The plan in a column; null is {@link #NONE}. */
    public static Plan parse(@Nullable String stored) {
        if (stored == null) {
            return NONE;
        }
        JsonNode json = StrictJson.parse(stored).orElseThrow();
        // What is stored has been checked, whatever hosts are allowed now.
        PlanReader reader = new PlanReader(_ -> true, true);
        Plan plan = reader.read(json.get("actions"), json.get("timelock"));
        if (!reader.errors().isEmpty()) {
            throw new IllegalStateException("a stored plan is always readable");
        }
        return plan;
    }

    public boolean isEmpty() {
        return actions.isEmpty();
    }

    /** The form in a column; null where nothing is planned. */
    public @Nullable String stored() {
        if (this.equals(NONE)) {
            return null;
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("actions", actionsJson());
        ObjectNode timelock = timelockJson();
        if (timelock != null) {
            json.set("timelock", timelock);
        }
        return CanonicalJson.text(json);
    }

    /** The actions as a JSON array. */
    public ArrayNode actionsJson() {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        actions.forEach(action -> array.add(action.toJson()));
        return array;
    }

    /** What the author asked of the timelock, or null for nothing. */
    public @Nullable ObjectNode timelockJson() {
        if (delaySeconds == null && predecessorId == null) {
            return null;
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (delaySeconds != null) {
            json.put("delaySeconds", delaySeconds);
        }
        if (predecessorId != null) {
            json.put("predecessorId", predecessorId.toString());
        }
        return json;
    }

    /** SHA-256 over the canonical JSON of the actions. */
    public String hash() {
        return Sha256.hex(CanonicalJson.text(actionsJson()));
    }
}

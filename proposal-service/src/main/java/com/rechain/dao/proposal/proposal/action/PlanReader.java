package com.rechain.dao.proposal.proposal.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.platform.problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads actions and timelock as an author wrote them, and names every rule they break. */
public final class PlanReader {
    private static final int MAX_ACTIONS = 10;
    private static final long MAX_DELAY = 365L * 24 * 60 * 60;

    private final List<FieldError> errors = new ArrayList<>();
    private final Predicate<String> plainHost;
    private final boolean webhooks;

    /**
     * @param plainHost whether webhooks may go to a host without TLS
     * @param webhooks whether there may be webhooks at all
     */
    public PlanReader(Predicate<String> plainHost, boolean webhooks) {
        this.plainHost = plainHost;
        this.webhooks = webhooks;
    }

    /** What was wrong with what has been read. */
    public List<FieldError> errors() {
        return errors;
    }

    /** The plan; of use only if there are no {@link #errors}. */
    public Plan read(@Nullable JsonNode actions, @Nullable JsonNode timelock) {
        List<Action> read = actions == null || actions.isNull() ? List.of() : actions(actions);
        if (timelock == null || timelock.isNull()) {
            return new Plan(read, null, null);
        }
        Fields fields = new Fields("timelock", timelock, errors);
        Long delay = fields.wholeNumber("delaySeconds", 0, MAX_DELAY);
        UUID predecessor = fields.id("predecessorId");
        fields.noOthers();
        if (read.isEmpty()) {
            errors.add(
                    new FieldError(
                            "timelock", "actions", "Without actions there is nothing to lock."));
        }
        return new Plan(read, delay, predecessor);
    }

    private List<Action> actions(JsonNode array) {
        if (!array.isArray()) {
            errors.add(new FieldError("actions", "type", "The actions are an array."));
            return List.of();
        }
        if (array.size() > MAX_ACTIONS) {
            errors.add(
                    new FieldError(
                            "actions", "count", "There may be at most " + MAX_ACTIONS + "."));
            return List.of();
        }
        List<Action> actions = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            Action action = action(new Fields("actions[" + i + "]", array.get(i), errors));
            if (action != null) {
                actions.add(action);
            }
        }
        return actions;
    }

    private @Nullable Action action(Fields fields) {
        ActionKind kind = fields.constant("kind", ActionKind.class);
        if (kind == null) {
            return null;
        }
        Action action =
                switch (kind) {
                    case WEBHOOK -> new WebhookFields(fields, plainHost, webhooks).read();
                    case ROLE -> fields.role();
                    case SETTINGS -> fields.settings();
                    case MANUAL -> fields.manual();
                };
        fields.noOthers();
        return action;
    }
}

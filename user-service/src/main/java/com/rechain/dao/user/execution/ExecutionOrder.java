package com.rechain.dao.user.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.user.membership.Role;
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** An action of a proposal that is to be carried out. */
public record ExecutionOrder(@NotNull UUID proposalId, @NotNull JsonNode action) {
    /** What there is to do. */
    sealed interface Task {
        record Give(UUID userId, Role role) implements Task {}

        record Set(ObjectNode changes) implements Task {}
    }

    /** The task, if it is one that is known here. */
    Optional<Task> task() {
        return switch (action.path("kind").asText()) {
            case "ROLE" -> give();
            case "SETTINGS" ->
                    action.get("changes") instanceof ObjectNode changes
                            ? Optional.of(new Task.Set(changes))
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<Task> give() {
        try {
            UUID userId = UUID.fromString(action.path("userId").asText());
            return Arrays.stream(Role.values())
                    .filter(role -> role.name().equals(action.path("role").asText()))
                    .findFirst()
                    .map(role -> new Task.Give(userId, role));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}

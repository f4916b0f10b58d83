package com.rechain.dao.proposal.proposal.execution;

import com.rechain.dao.proposal.proposal.action.Action;
import com.rechain.dao.proposal.space.ExecutionClient;
import com.rechain.dao.proposal.space.ExecutionReply;
import jakarta.enterprise.context.ApplicationScoped;

/** Carries out one action, outside of transactions. */
@ApplicationScoped
public class ActionRunner {
    private final WebhookSender webhooks;
    private final ExecutionClient users;

    ActionRunner(WebhookSender webhooks, ExecutionClient users) {
        this.webhooks = webhooks;
        this.users = users;
    }

    /** Tries what {@code step} says, once. */
    ActionResult run(Step step) {
        return switch (step.action()) {
            case Action.Webhook webhook -> webhooks.send(step, webhook);
            case Action.Role _, Action.Settings _ -> ask(step);
            case Action.Manual _ -> throw new IllegalArgumentException("people do this");
        };
    }

    private ActionResult ask(Step step) {
        ExecutionReply reply =
                users.execute(
                        step.proposal().spaceId(),
                        step.executionId(),
                        step.proposalId(),
                        step.action().toJson());
        return switch (reply) {
            case ExecutionReply.Done(String detail) -> new ActionResult.Done(detail);
            case ExecutionReply.Refused(String detail) -> new ActionResult.Refused(detail);
            case ExecutionReply.Unknown(String detail) -> new ActionResult.Unsure(detail);
        };
    }
}

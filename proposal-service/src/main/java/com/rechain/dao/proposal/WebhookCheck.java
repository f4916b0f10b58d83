package com.rechain.dao.proposal;

import com.rechain.dao.platform.production.ProductionCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Exceptions from where webhooks may go are for tests: anybody who proposes can use them. */
@ApplicationScoped
public class WebhookCheck implements ProductionCheck {
    private final ProposalConfig.Webhook config;

    WebhookCheck(ProposalConfig config) {
        this.config = config.webhook();
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        Set<String> plain = config.plainHosts().orElse(Set.of());
        if (!plain.isEmpty()) {
            findings.add(
                    Finding.warn(
                            "dao.proposal.webhook.plain-hosts ("
                                    + plain
                                    + "): webhooks go there in the clear"));
        }
        Set<String> inside = config.privateHosts().orElse(Set.of());
        if (!inside.isEmpty()) {
            findings.add(
                    Finding.warn(
                            "dao.proposal.webhook.private-hosts ("
                                    + inside
                                    + "): every proposal can reach these from inside"));
        }
        return findings;
    }
}

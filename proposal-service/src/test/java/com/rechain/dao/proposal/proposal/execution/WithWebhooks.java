package com.rechain.dao.proposal.proposal.execution;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Webhooks to this machine, without TLS. */
public class WithWebhooks implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "dao.proposal.webhook.secret",
                "a secret of thirty-two characters or more",
                "dao.proposal.webhook.plain-hosts",
                "localhost,127.0.0.1",
                "dao.proposal.webhook.private-hosts",
                "localhost",
                "dao.proposal.execution.tries",
                "2",
                "dao.proposal.execution.backoff",
                "PT0.1S");
    }
}

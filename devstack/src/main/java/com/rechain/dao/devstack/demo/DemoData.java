package com.rechain.dao.devstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.devstack.client.ApiClient;
import com.rechain.dao.devstack.process.Together;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Fills the demo into a running platform; what is there already is left as it is. */
public final class DemoData {
    private final DemoScript script;
    private final ApiClient anyone;
    private final Clock clock;

    public DemoData(DemoScript script, URI gateway, Clock clock) {
        this.script = script;
        // Services that have just started may refuse some of what fifty people do at once.
        this.anyone = ApiClient.of(gateway).trying(5);
        this.clock = clock;
    }

    public void fillIn() {
        DemoCommunity community = DemoCommunity.gather(script, anyone);
        Set<String> present = titles(community);
        List<Runnable> proposals = new ArrayList<>();
        for (DemoScript.Proposal proposal : script.proposals()) {
            if (!present.contains(proposal.title())) {
                proposals.add(
                        new DemoProposal(proposal, community, proposals.size(), clock)::bring);
            }
        }
        Together.run(proposals);
    }

    private Set<String> titles(DemoCommunity community) {
        JsonNode page =
                community
                        .founder()
                        .api()
                        .get("/api/v1/proposals?limit=100&spaceId=" + community.spaceId())
                        .orFail()
                        .json();
        Set<String> titles = new HashSet<>();
        page.path("items").forEach(item -> titles.add(item.path("title").asText()));
        return titles;
    }
}

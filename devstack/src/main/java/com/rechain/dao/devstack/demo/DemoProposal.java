package com.rechain.dao.devstack.demo;

import com.rechain.dao.devstack.client.Reply;
import com.rechain.dao.devstack.client.SignedIn;
import com.rechain.dao.devstack.process.Await;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One proposal of the demo on its way: written, published, commented on, voted for. */
final class DemoProposal {
    private static final Duration OPENS_WITHIN = Duration.ofSeconds(20);
    private static final Duration CLOSES_WITHIN = Duration.ofSeconds(40);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final DemoScript.Proposal script;
    private final DemoCommunity community;
    private final SignedIn author;
    private final int position;
    private final Clock clock;

    /**
     * @param position among the proposals: each has another author and other voters
     */
    DemoProposal(DemoScript.Proposal script, DemoCommunity community, int position, Clock clock) {
        this.script = script;
        this.community = community;
        this.author = community.founder();
        this.position = position;
        this.clock = clock;
    }

    void bring() {
        String path = "/api/v1/proposals/" + write();
        author.api().post(path + "/publish", Map.of()).orFail();
        script.comments().forEach(comment -> comment(path, comment));
        if (script.votes().isEmpty()) {
            return;
        }
        Await.until(OPENS_WITHIN, () -> state(path).equals("ACTIVE"));
        Crowd.each(ballots(), ballot -> vote(path, ballot));
        if (Duration.parse(script.lasts()).compareTo(LONG) < 0) {
            Await.until(CLOSES_WITHIN, () -> author.api().get(path + "/result").succeeded());
        }
    }

    private UUID write() {
        Duration startsIn = Duration.parse(script.startsIn());
        Instant start = clock.instant().plus(startsIn);
        Map<String, Object> draft = new LinkedHashMap<>();
        draft.put("spaceId", community.spaceId());
        draft.put("title", script.title());
        draft.put("body", script.body());
        draft.put("system", script.system());
        draft.put("choices", script.choices());
        draft.put("rules", script.rules());
        draft.put("labels", script.labels());
        draft.put("endsAt", start.plus(Duration.parse(script.lasts())).toString());
        if (startsIn.isPositive()) {
            draft.put("startsAt", start.toString());
        }
        return UUID.fromString(author.api().post("/api/v1/proposals", draft).orFail().text("id"));
    }

    private String state(String path) {
        return author.api().get(path).text("state");
    }

    private void comment(String path, String comment) {
        member(script.comments().indexOf(comment) + 1)
                .api()
                .post(path + "/comments", Map.of("body", comment))
                .orFail();
    }

    /** A ballot that comes too late, on a machine this slow, is not worth failing for. */
    private Reply vote(String path, Ballot ballot) {
        return ballot.voter().api().put(path + "/ballot", Map.of("choice", ballot.choice()));
    }

    private List<Ballot> ballots() {
        List<Ballot> ballots = new ArrayList<>();
        for (int choice = 1; choice <= script.votes().size(); choice++) {
            for (int i = 0; i < script.votes().get(choice - 1); i++) {
                ballots.add(new Ballot(member(ballots.size()), choice));
            }
        }
        return ballots;
    }

    private SignedIn member(int number) {
        List<SignedIn> members = community.members();
        return members.get((number + 3 * position) % members.size());
    }

    private record Ballot(SignedIn voter, int choice) {}
}

package com.rechain.dao.voting.support;

import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.tally.json.StrictJson;
import com.rechain.dao.tally.rules.ChangeOfVote;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;
import com.rechain.dao.tally.rules.Visibility;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** A proposal as proposal-service would announce it. */
public record Proposal(
        UUID id,
        UUID spaceId,
        Rules rules,
        List<String> choices,
        Instant startsAt,
        Instant endsAt,
        List<String> labels) {

    /** A proposal without labels. */
    public Proposal(
            UUID id,
            UUID spaceId,
            Rules rules,
            List<String> choices,
            Instant startsAt,
            Instant endsAt) {
        this(id, spaceId, rules, choices, startsAt, endsAt, List.of());
    }

    /** Basic rules; started a moment ago, ends in ten minutes. */
    public static Proposal running(UUID spaceId) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return new Proposal(
                Ids.next(),
                spaceId,
                Rules.defaultsFor(SystemName.BASIC),
                List.of("For", "Against", "Abstain"),
                now.minusSeconds(5),
                now.plusSeconds(600));
    }

    public Proposal during(Instant from, Instant to) {
        return new Proposal(id, spaceId, rules, choices, from, to, labels);
    }

    public Proposal about(String... topics) {
        return new Proposal(id, spaceId, rules, choices, startsAt, endsAt, List.of(topics));
    }

    /** Under the usual rules of a system but for some parts. */
    public Proposal under(SystemName system, String partialRules) {
        return with(
                Rules.parseWithDefaults(system, StrictJson.parse(partialRules).orElseThrow())
                        .orElseThrow());
    }

    private Proposal with(Rules changed) {
        return new Proposal(id, spaceId, changed, choices, startsAt, endsAt, labels);
    }

    public Proposal onceOnly() {
        return with(ChangeOfVote.NONE, rules.visibility());
    }

    public Proposal hidden() {
        return with(rules.changeOfVote(), Visibility.HIDDEN_UNTIL_CLOSE);
    }

    /** The same under the system's usual rules with this in their place. */
    public Proposal ruledBy(String partial) {
        return under(rules.system(), partial);
    }

    private Proposal with(ChangeOfVote changeOfVote, Visibility visibility) {
        Rules changed =
                new Rules(
                        rules.system(),
                        null,
                        rules.quorum(),
                        rules.approval(),
                        null,
                        changeOfVote,
                        visibility,
                        rules.ties());
        return with(changed);
    }

    /** The payload of proposal.published.v1. */
    public String published(String rulesHash) {
        return """
        {"proposalId":"%s","spaceId":"%s","number":1,"authorId":"%s","title":"A title","kind":"DECISION",
        "system":"%s","choices":["%s"],"rules":%s,"rulesHash":"%s","startsAt":"%s","endsAt":"%s",
        "publishedAt":"%s","labels":[%s]}\
        """
                .formatted(
                        id,
                        spaceId,
                        Ids.next(),
                        rules.system().code(),
                        String.join("\",\"", choices),
                        rules.canonical(),
                        rulesHash,
                        startsAt,
                        endsAt,
                        startsAt,
                        labels.isEmpty() ? "" : '"' + String.join("\",\"", labels) + '"');
    }
}

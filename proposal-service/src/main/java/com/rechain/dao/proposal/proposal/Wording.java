package com.rechain.dao.proposal.proposal;

import com.rechain.dao.proposal.proposal.action.Plan;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The checked content of a proposal, as it is stored.
 *
 * @param rules JSON: what the author chose (null for the defaults), or the frozen canonical rules
 *     once published
 * @param startsAt null in a draft that is to start as soon as it is published
 */
@Embeddable
public record Wording(
        String title,
        String body,
        @Column(name = "voting_system") String system,
        @Convert(converter = TextListConverter.class) List<String> choices,
        @Convert(converter = TextListConverter.class) List<String> labels,
        @Nullable String rules,
        @Column(name = "starts_at") @Nullable Instant startsAt,
        @Column(name = "ends_at") Instant endsAt,
        @Convert(converter = PlanConverter.class) Plan plan) {
    public Wording {
        choices = List.copyOf(choices);
        labels = List.copyOf(labels);
    }

    /** The same under these rules. */
    Wording under(String canonicalRules) {
        return new Wording(
                title, body, system, choices, labels, canonicalRules, startsAt, endsAt, plan);
    }

    /** The same from {@code start} to {@code end}. */
    Wording during(@Nullable Instant start, Instant end) {
        return new Wording(title, body, system, choices, labels, rules, start, end, plan);
    }
}

package com.rechain.dao.proposal.proposal;

import com.rechain.dao.proposal.proposal.action.Plan;
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
public record Wording(
        String title,
        String body,
        String system,
        List<String> choices,
        List<String> labels,
        @Nullable String rules,
        @Nullable Instant startsAt,
        Instant endsAt,
        Plan plan) {
    public Wording {
        choices = List.copyOf(choices);
        labels = List.copyOf(labels);
    }
}

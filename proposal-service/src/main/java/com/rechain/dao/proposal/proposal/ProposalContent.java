package com.rechain.dao.proposal.proposal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an author writes: the whole wording of one revision. Texts are stripped and in Unicode's
 * composed form, labels in lower case, instants whole microseconds. Anything may be missing or
 * wrong until {@code ContentCheck} has passed it.
 *
 * @param rules the rules the author chose, or null for the defaults of the system
 * @param actions what is done when it succeeds
 * @param timelock what holds that up
 * @param startsAt when voting starts, or null for "as soon as it is published"
 */
public record ProposalContent(
        @Nullable String title,
        @Nullable String body,
        @Nullable String system,
        @Nullable List<@Nullable String> choices,
        @Nullable JsonNode rules,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable List<@Nullable String> labels,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode actions,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode timelock) {

    /** Content that plans nothing. */
    public ProposalContent(
            @Nullable String title,
            @Nullable String body,
            @Nullable String system,
            @Nullable List<@Nullable String> choices,
            @Nullable JsonNode rules,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable List<@Nullable String> labels) {
        this(title, body, system, choices, rules, startsAt, endsAt, labels, null, null);
    }

    /** This content in its stored form. */
    public ProposalContent normalized() {
        return new ProposalContent(
                text(title),
                body,
                system,
                choices == null ? null : choices.stream().map(ProposalContent::text).toList(),
                rules == null || rules.isNull() ? null : rules,
                micros(startsAt),
                micros(endsAt),
                labels == null ? List.of() : labels.stream().map(ProposalContent::label).toList(),
                actions,
                timelock);
    }

    /** Whether {@code other} asks for the same voting window. */
    public boolean hasScheduleOf(ProposalContent other) {
        return Objects.equals(startsAt, other.startsAt) && Objects.equals(endsAt, other.endsAt);
    }

    private static @Nullable String text(@Nullable String given) {
        return given == null ? null : Normalizer.normalize(given.strip(), Normalizer.Form.NFC);
    }

    private static @Nullable String label(@Nullable String given) {
        String text = text(given);
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    private static @Nullable Instant micros(@Nullable Instant given) {
        return given == null ? null : given.truncatedTo(ChronoUnit.MICROS);
    }
}

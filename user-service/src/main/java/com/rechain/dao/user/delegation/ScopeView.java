package com.rechain.dao.user.delegation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.rechain.dao.tally.power.Scope;
import com.rechain.dao.user.text.PlainText;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a delegation is for, as the API reads and shows it. */
@Schema(name = "DelegationScope", description = "The narrowest wins: PROPOSAL, TOPIC, SPACE.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScopeView(
        @Schema(required = true, examples = "TOPIC") @NotNull Kind kind,
        @Schema(examples = "treasury", description = "A label of proposals; with TOPIC")
                @PlainText(min = 1, max = 40)
                @Nullable String topic,
        @Schema(description = "With PROPOSAL") @Nullable UUID proposalId) {
    private static final int LONGEST_LABEL = 40;

    /** How wide a delegation reaches. */
    @Schema(name = "DelegationScopeKind")
    public enum Kind {
        SPACE,
        TOPIC,
        PROPOSAL
    }

    /** Whether it names exactly what its kind needs. */
    @AssertTrue(
            message = "must name a topic with TOPIC, a proposal with PROPOSAL, neither with SPACE")
    @Schema(hidden = true)
    boolean isWhole() {
        return (topic != null) == (kind == Kind.TOPIC)
                && (proposalId != null) == (kind == Kind.PROPOSAL);
    }

    /** Whether the topic is as short as a label in the form that labels have, too. */
    @AssertTrue(message = "must name a topic of at most 40 characters, written as labels are")
    @Schema(hidden = true)
    boolean isShort() {
        return topic == null || label(topic).codePoints().count() <= LONGEST_LABEL;
    }

    /** The scope itself, a topic in the form that labels have. */
    Scope scope() {
        return switch (kind) {
            case SPACE -> new Scope.Space();
            case TOPIC -> new Scope.Topic(label(String.valueOf(topic)));
            case PROPOSAL -> new Scope.Proposal(Objects.requireNonNull(proposalId));
        };
    }

    /** How the API shows a scope that this service has stored. */
    public static ScopeView of(Scope scope) {
        return switch (scope) {
            case Scope.Topic(String label) -> new ScopeView(Kind.TOPIC, label, null);
            case Scope.Proposal(UUID id) -> new ScopeView(Kind.PROPOSAL, null, id);
            case Scope.Space _, Scope.Everywhere _ -> new ScopeView(Kind.SPACE, null, null);
        };
    }

    /** The form in which proposals keep their labels. */
    public static String label(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}

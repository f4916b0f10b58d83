package com.rechain.dao.proposal.proposal;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A proposal as the API shows it, in the state of one instant. */
@Schema(name = "Proposal")
public record ProposalView(
        UUID id,
        UUID spaceId,
        @Schema(description = "Counts the proposals of the space, from 1.") long number,
        UUID authorId,
        @Schema(examples = "STANDARD") String kind,
        String title,
        @Schema(description = "Markdown.") String body,
        @Schema(examples = "single-choice") String system,
        List<String> choices,
        List<String> labels,
        @Schema(
                        type = SchemaType.OBJECT,
                        nullable = true,
                        description =
                                "What the author chose while it is a draft (null: the defaults); the frozen rules from"
                                        + " then on.")
                @JsonRawValue
                @Nullable String rules,
        @Schema(nullable = true, description = "SHA-256 of the canonical rules, once frozen.")
                @Nullable String rulesHash,
        ProposalState state,
        @Schema(nullable = true, description = "How the vote ended, once that is certified.")
                @Nullable ProposalOutcome outcome,
        @Schema(
                        type = SchemaType.ARRAY,
                        description = "What is done when it has succeeded, in this order.")
                @JsonRawValue
                String actions,
        @Schema(nullable = true, description = "SHA-256 of the canonical actions, once frozen.")
                @Nullable String actionsHash,
        @Schema(nullable = true, description = "What holds the actions up, if there are any.")
                @Nullable TimelockView timelock,
        @Schema(nullable = true, description = "Who must sign before the vote, if anybody.")
                @Nullable SigningView signing,
        @Schema(nullable = true) @Nullable Instant startsAt,
        Instant endsAt,
        @Schema(
                        nullable = true,
                        description = "The end as it was published, if the vote has moved it.")
                @Nullable Instant scheduledEndsAt,
        @Schema(
                        nullable = true,
                        description = "When the electorate was frozen; voting waits for it.")
                @Nullable Instant electorateReadyAt,
        Instant createdAt,
        Instant updatedAt,
        @Schema(nullable = true) @Nullable Instant publishedAt,
        @Schema(nullable = true) @Nullable Instant startedAt,
        @Schema(nullable = true) @Nullable Cancellation cancellation,
        @Schema(nullable = true) @Nullable Instant concludedAt,
        @Schema(nullable = true) @Nullable Instant executedAt,
        @Schema(nullable = true, description = "Who stopped its actions and why.")
                @Nullable Cancellation veto,
        @Schema(nullable = true, description = "The tie that this is the runoff of.")
                @Nullable UUID runoffOf,
        @Schema(nullable = true, description = "The runoff that followed this tie.")
                @Nullable UUID runoffProposalId,
        @Schema(description = "Counts the wordings, from 1.") int revision,
        @Schema(description = "Counts the changes, from 0.") long version) {

    /** {@code row} as it is at {@code now}. */
    public static ProposalView of(ProposalRow row, Instant now) {
        Proposal.Identity identity = row.identity();
        Wording wording = row.wording();
        History history = row.history();
        MovedEnd moved = row.movedEnd();
        return new ProposalView(
                identity.id(),
                identity.spaceId(),
                identity.number(),
                identity.authorId(),
                row.kind(),
                wording.title(),
                wording.body(),
                wording.system(),
                wording.choices(),
                wording.labels(),
                wording.rules(),
                row.rulesHash(),
                row.stateAt(now),
                row.certifiedOutcome(),
                wording.plan().actionsJson().toString(),
                row.enactment().actionsHash(),
                TimelockView.of(row),
                SigningView.of(row.enactment()),
                wording.startsAt(),
                wording.endsAt(),
                moved == null ? null : moved.scheduledEndsAt(),
                row.timeline().electorateReadyAt(),
                history.createdAt(),
                history.updatedAt(),
                history.publishedAt(),
                history.startedAt(),
                history.cancellation(),
                history.concludedAt(),
                row.enactment().executedAt(),
                row.enactment().veto(),
                row.links().runoffOf(),
                row.links().runoffProposalId(),
                row.revisions().revision(),
                row.revisions().version());
    }

    /**
     * The strong entity tag of this representation: it names the state too, because time alone
     * changes that without a new version.
     */
    public String etag() {
        return "\"" + version + "-" + state.name().toLowerCase(Locale.ROOT) + "\"";
    }
}

package com.rechain.dao.proposal.search;

import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.ProblemException;
import com.rechain.dao.proposal.proposal.ProposalState;
import com.rechain.dao.proposal.proposal.QueryLimit;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.QueryParam;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of the list, as they were typed; {@link #filter} says what they mean. */
public class ListParameters {
    static final String MYSELF = "me";

    @QueryParam("spaceId")
    @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid"))
    @Nullable String spaceId;

    @QueryParam("state")
    @Parameter(schema = @Schema(implementation = ProposalState.class))
    @Nullable String state;

    @QueryParam("authorId")
    @Parameter(description = "A user's id, or me.")
    @Nullable String authorId;

    @QueryParam("label")
    @Nullable String label;

    @QueryParam("q")
    @Parameter(description = "Words that title or body must have, each or the beginning of it.")
    @Nullable String q;

    @QueryParam("sort")
    @Parameter(
            schema =
                    @Schema(
                            enumeration = {"newest", "oldest", "endsAt", "-endsAt"},
                            defaultValue = "newest"))
    @Nullable String sort;

    @QueryParam("limit")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            minimum = "1",
                            maximum = "100",
                            defaultValue = "20"))
    @Nullable String limit;

    @QueryParam("cursor")
    @Nullable String cursor;

    /**
     * What is asked for by {@code viewer}.
     *
     * @throws ProblemException {@code malformed-request} when a parameter has a wrong form
     * @throws UnauthorizedException when somebody without a name asks for their own
     */
    ProposalFilter filter(@Nullable UUID viewer) {
        ProposalState wanted = state == null ? null : stateNamed(state);
        UUID author = author(viewer, wanted);
        return new ProposalFilter(
                spaceId == null ? null : id("spaceId", spaceId),
                wanted,
                author,
                author != null && author.equals(viewer),
                label == null ? null : label(label),
                q == null ? null : expression(q),
                sort == null ? ListSort.NEWEST : sortNamed(sort),
                QueryLimit.of(limit),
                cursor);
    }

    private @Nullable UUID author(@Nullable UUID viewer, @Nullable ProposalState wanted) {
        boolean ownDrafts = wanted == ProposalState.DRAFT && authorId == null;
        if (MYSELF.equals(authorId) || ownDrafts) {
            if (viewer == null) {
                throw new UnauthorizedException();
            }
            return viewer;
        }
        return authorId == null ? null : id("authorId", authorId);
    }

    private static String label(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static String expression(String text) {
        if (text.length() > SearchTerms.MAX_LENGTH) {
            throw malformed("q", "length", "at most " + SearchTerms.MAX_LENGTH + " characters");
        }
        return SearchTerms.expression(text)
                .orElseThrow(() ->
                        malformed("q", "words", "there must be a letter or a digit to look for"));
    }

    private static ProposalState stateNamed(String text) {
        return Arrays.stream(ProposalState.values())
                .filter(state -> state.name().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        malformed(
                                "state",
                                "known-state",
                                "the states are " + Arrays.toString(ProposalState.values())));
    }

    private static ListSort sortNamed(String text) {
        return ListSort.named(text)
                .orElseThrow(() ->
                        malformed("sort", "known-sort", "the orders are " + ListSort.codes()));
    }

    private static UUID id(String parameter, String text) {
        try {
            UUID id = UUID.fromString(text);
            // UUID.fromString also takes shortened forms.
            if (Objects.equals(id.toString(), text.toLowerCase(Locale.ROOT))) {
                return id;
            }
        } catch (IllegalArgumentException _) {
            // Not an id: said below.
        }
        throw malformed(parameter, "uuid", "this must be the id of one");
    }

    private static ProblemException malformed(String parameter, String rule, String message) {
        return new ProblemException(
                PlatformProblem.MALFORMED_REQUEST
                        .with("A query parameter has a wrong form.")
                        .because(parameter, rule, message));
    }
}

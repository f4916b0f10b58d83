package com.rechain.dao.proposal.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rechain.dao.platform.answer.ReadyAnswer;
import com.rechain.dao.platform.answer.ReadyResponses;
import com.rechain.dao.platform.auth.CurrentCaller;
import com.rechain.dao.platform.http.Caching;
import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.platform.paging.Page;
import com.rechain.dao.platform.paging.PageLimit;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.proposal.proposal.ProposalRow;
import com.rechain.dao.proposal.proposal.ProposalView;
import com.rechain.dao.proposal.proposal.QueryLimit;
import com.rechain.dao.proposal.proposal.Sight;
import com.rechain.dao.proposal.proposal.Systems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Proposals read over HTTP: one, its rules and versions, lists. No login is needed for what is
 * public.
 */
@Path("/api/v1/proposals")
@Tag(name = "proposals")
@RunOnVirtualThread
public class ProposalReadResource {
    private static final String RULES_HASH = "Rules-Hash";

    private final ProposalPages pages;
    private final ProposalSearch search;
    private final ProposalTexts texts;
    private final VersionReads versions;
    private final ReadyResponses responses;
    private final CurrentCaller caller;

    ProposalReadResource(
            ProposalPages pages,
            ProposalSearch search,
            ProposalTexts texts,
            VersionReads versions,
            ReadyResponses responses,
            CurrentCaller caller) {
        this.pages = pages;
        this.search = search;
        this.texts = texts;
        this.versions = versions;
        this.responses = responses;
        this.caller = caller;
    }

    /** A page of summaries, for the API's description. */
    @Schema(name = "ProposalPage")
    record SummaryPage(List<ProposalSummary> items, @Schema(nullable = true) String nextCursor) {}

    /** A page of versions, for the API's description. */
    @Schema(name = "ProposalVersionPage")
    record VersionPage(List<VersionView> items, @Schema(nullable = true) String nextCursor) {}

    @GET
    @Operation(
            operationId = "listProposals",
            summary = "Lists and searches proposals",
            description =
                    "Without spaceId: those of public spaces. Drafts are listed for their author only, with authorId=me"
                            + " or state=DRAFT.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SummaryPage.class)))
    @APIResponse(responseCode = "304", description = "The page with that ETag is still good")
    @APIResponse(
            responseCode = "400",
            description = "malformed-request: a parameter has a wrong form")
    @APIResponse(responseCode = "401", description = "unauthenticated: own drafts need a login")
    @APIResponse(responseCode = "404", description = "not-found: no such space for this reader")
    public Response list(
            @BeanParam ListParameters parameters,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        UUID viewer = caller.userId().orElse(null);
        ProposalFilter filter = parameters.filter(viewer);
        return answer(
                search.page(filter, viewer),
                ifNoneMatch,
                ProposalTags.ofList(filter.spaceId()),
                "There is no such space that you may see.");
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getProposal", summary = "Shows a proposal")
    @APIResponse(
            responseCode = "200",
            description = "The proposal; its ETag is what an edit sends as If-Match",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProposalView.class)))
    @APIResponse(responseCode = "304", description = "The proposal with that ETag is still good")
    @APIResponse(
            responseCode = "404",
            description = "not-found: none, or a draft or private one that is not for you")
    public Response get(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        PageOutcome outcome = pages.find(id, caller.userId().orElse(null));
        List<String> tags =
                outcome instanceof PageOutcome.Shared(ReadyAnswer answer)
                        ? ProposalTags.atTheEdge(id, answer.scope())
                        : List.of();
        return answer(
                outcome, ifNoneMatch, tags, "There is no proposal " + id + " that you may see.");
    }

    @GET
    @Path("/{id}/rules")
    @Operation(
            operationId = "getRules",
            summary = "Shows the rules, byte for byte as they are hashed",
            description = "Canonical JSON (RFC 8785). For a draft, as they would be frozen now.")
    @APIResponse(
            responseCode = "200",
            description = "The canonical rules",
            headers = {
                @Header(
                        name = RULES_HASH,
                        description = "SHA-256 of the body, in hexadecimal",
                        schema = @Schema(type = SchemaType.STRING))
            },
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "304", description = "The rules with that ETag are still good")
    @APIResponse(responseCode = "404", description = "not-found")
    public Response rules(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        Optional<ReadyAnswer> forEveryone = pages.openSpace(id).flatMap(_ -> texts.rules(id));
        if (forEveryone.isPresent()) {
            ReadyAnswer rules = forEveryone.get();
            return shared(id, rules, ifNoneMatch)
                    .header(RULES_HASH, rules.etag().replace("\"", ""))
                    .build();
        }
        return whenVisible(
                id,
                row -> {
                    var rules = Systems.rulesOf(row.wording());
                    return Response.ok(
                                    rules.canonical().getBytes(UTF_8),
                                    MediaType.APPLICATION_JSON_TYPE)
                            .header(RULES_HASH, rules.hash())
                            .header(HttpHeaders.ETAG, '"' + rules.hash() + '"')
                            .header(HttpHeaders.CACHE_CONTROL, Caching.FOR_THE_CALLER)
                            .build();
                });
    }

    @GET
    @Path("/{id}/versions")
    @Operation(
            operationId = "listVersions",
            summary = "Lists the wordings a proposal has had, newest first",
            description = "Its author sees all, others what has been public.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = VersionPage.class)))
    @APIResponse(responseCode = "304", description = "The page with that ETag is still good")
    @APIResponse(responseCode = "404", description = "not-found")
    public Response versions(
            @PathParam("id") UUID id,
            @QueryParam("limit")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "100",
                                            defaultValue = "20"))
                    @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        int size = QueryLimit.of(limit);
        // Its author may see more than others do.
        if (cursor == null && size == PageLimit.DEFAULT && caller.userId().isEmpty()) {
            Optional<ReadyAnswer> forEveryone =
                    pages.openSpace(id).flatMap(_ -> texts.versions(id));
            if (forEveryone.isPresent()) {
                return shared(id, forEveryone.get(), ifNoneMatch).build();
            }
        }
        return whenVisible(
                id,
                row -> {
                    Page<VersionView> page =
                            versions.page(row, caller.userId().orElse(null), size, cursor);
                    return Response.ok(page)
                            .header(HttpHeaders.CACHE_CONTROL, Caching.FOR_THE_CALLER)
                            .build();
                });
    }

    private Response whenVisible(UUID id, Function<ProposalRow, Response> action) {
        return switch (pages.sight(id, caller.userId().orElse(null))) {
            case Sight.Visible(ProposalRow row) -> action.apply(row);
            case Sight.Hidden _ -> ProblemResponses.of(Sight.hidden(id));
            case Sight.Undecided _ -> ProblemResponses.of(Sight.undecided());
        };
    }

    private Response.ResponseBuilder shared(
            UUID id, ReadyAnswer answer, @Nullable String ifNoneMatch) {
        return responses.shared(answer, ifNoneMatch, ProposalTags.atTheEdge(id, answer.scope()));
    }

    private Response answer(
            PageOutcome outcome, @Nullable String ifNoneMatch, List<String> tags, String hidden) {
        return switch (outcome) {
            case PageOutcome.Shared(ReadyAnswer answer) ->
                    responses.shared(answer, ifNoneMatch, tags).build();
            case PageOutcome.Personal(ReadyAnswer answer) ->
                    responses.personal(answer, ifNoneMatch).build();
            case PageOutcome.Hidden _ ->
                    ProblemResponses.of(PlatformProblem.NOT_FOUND.with(hidden));
            case PageOutcome.Undecided _ -> ProblemResponses.of(Sight.undecided());
        };
    }
}

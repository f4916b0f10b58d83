package com.rechain.dao.user.weightimport;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.rechain.dao.platform.auth.CurrentCaller;
import com.rechain.dao.platform.http.ProblemResponses;
import com.rechain.dao.platform.idempotency.IdempotencyKeys;
import com.rechain.dao.platform.idempotency.IdempotentRequest;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.Problem;
import com.rechain.dao.user.space.SpaceKey;
import com.rechain.dao.user.weightimport.ImportOutcome.Imported;
import com.rechain.dao.user.weightimport.ImportOutcome.NotAllowed;
import com.rechain.dao.user.weightimport.ImportOutcome.Refused;
import com.rechain.dao.user.weightimport.ImportOutcome.UnknownSpace;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Takes the weights of a whole space at once. */
@Path("/api/v1/spaces")
@Tag(name = "spaces")
@Authenticated
@SecurityRequirement(name = "accessToken")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class WeightImportResource {
    private static final String CSV = "text/csv";

    private final WeightImport imports;
    private final IdempotencyKeys keys;
    private final CurrentCaller caller;
    private final ObjectMapper json;

    WeightImportResource(
            WeightImport imports, IdempotencyKeys keys, CurrentCaller caller, ObjectMapper json) {
        this.imports = imports;
        this.keys = keys;
        this.caller = caller;
        this.json = json;
    }

    @POST
    @Path("/{idOrSlug}/weights")
    @Consumes(CSV)
    @Operation(
            summary = "Set many weights at once",
            description =
                    "For owners; and for admins, as far as they may set each weight. Up to 50,000 lines, all or none."
                            + " CSV begins with a line userId,weight or handle,weight or email,weight; JSON is an array of"
                            + " objects with one of these names and a weight. Every line must name a member.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = CSV,
                        schema = @Schema(implementation = String.class),
                        example = "handle,weight\nada,250\ncharles,100\n"),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema =
                                @Schema(
                                        type = SchemaType.ARRAY,
                                        implementation = JsonWeights.Item.class,
                                        maxItems = LineReader.MOST_LINES))
            })
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(responseCode = "400", description = "malformed-request: each error names its line")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "forbidden: only owners and admins may")
    @APIResponse(responseCode = "404", description = "not-found: none that I may see")
    @APIResponse(
            responseCode = "413",
            description = "payload-too-large: more lines than an import may have")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response csv(
            @PathParam("idOrSlug") String idOrSlug,
            @HeaderParam(IdempotentRequest.HEADER) @Nullable String key,
            InputStream body)
            throws IOException {
        return answer(idOrSlug, key, CsvWeights.read(body));
    }

    @POST
    @Path("/{idOrSlug}/weights")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Response json(
            @PathParam("idOrSlug") String idOrSlug,
            @HeaderParam(IdempotentRequest.HEADER) @Nullable String key,
            InputStream body)
            throws IOException {
        return answer(idOrSlug, key, JsonWeights.read(body, json.reader()));
    }

    private Response answer(String idOrSlug, @Nullable String key, List<WeightLine> lines) {
        UUID editor = caller.require().userId();
        IdempotentRequest once =
                IdempotentRequest.of(
                        editor, editor, key, "POST /spaces/" + idOrSlug + "/weights", lines);
        return keys.once(once, () -> answer(imports.run(SpaceKey.parse(idOrSlug), editor, lines)));
    }

    private static Response answer(ImportOutcome outcome) {
        return switch (outcome) {
            case Imported(ImportView summary) -> Response.ok(summary).build();
            case Refused(Problem problem) -> ProblemResponses.of(problem);
            case NotAllowed() ->
                    ProblemResponses.of(
                            PlatformProblem.FORBIDDEN.with(
                                    "Only owners and admins may set weights."));
            case UnknownSpace() ->
                    ProblemResponses.of(PlatformProblem.NOT_FOUND.with("There is no such space."));
        };
    }
}

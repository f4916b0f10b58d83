package com.rechain.dao.platform.trial;

import com.rechain.dao.platform.auth.CurrentCaller;
import com.rechain.dao.platform.http.CurrentTrace;
import com.rechain.dao.platform.internal.InternalOnly;
import com.rechain.dao.platform.paging.PageLimit;
import com.rechain.dao.platform.replica.ReplicaReads;
import com.rechain.dao.platform.request.TraceContext;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the tests ask over HTTP. */
@Path("/trial")
@RunOnVirtualThread
public class TrialResource {
    private final Notes notes;
    private final ReplicaReads reads;
    private final CurrentCaller caller;

    TrialResource(Notes notes, ReplicaReads reads, CurrentCaller caller) {
        this.notes = notes;
        this.reads = reads;
        this.caller = caller;
    }

    /** A body with one field of each kind. */
    public record NoteRequest(
            @NotBlank @Size(max = 10) String title,
            @Min(1) int count,
            @Nullable Instant at,
            @Nullable List<@Valid Part> parts) {}

    /** Something within a body. */
    public record Part(@NotBlank String name) {}

    @POST
    @Path("/notes")
    public Response add(@Valid NoteRequest request) {
        UUID id = UUID.randomUUID();
        notes.add(id, request.title());
        return Response.status(201).entity(Map.of("id", id)).build();
    }

    @GET
    @Path("/notes/{id}")
    public Map<String, String> title(@PathParam("id") UUID id) {
        return Map.of(
                "title",
                reads.read(connection -> Notes.title(connection, id))
                        .orElseThrow(NotFoundException::new));
    }

    @GET
    @Path("/notes")
    public Map<String, Integer> limit(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("space") @Nullable UUID space) {
        return Map.of("limit", PageLimit.of(limit));
    }

    @GET
    @Path("/me")
    @Authenticated
    public Map<String, String> me() {
        return Map.of("handle", caller.require().handle());
    }

    @GET
    @Path("/anyone")
    public Map<String, String> anyone() {
        return Map.of("handle", caller.find().map(found -> found.handle()).orElse("nobody"));
    }

    @GET
    @Path("/required")
    public Map<String, String> required() {
        return Map.of("handle", caller.require().handle());
    }

    @GET
    @Path("/context")
    public Map<String, String> context() {
        return Map.of(
                "traceparent", CurrentTrace.find().map(TraceContext::traceparent).orElse("none"),
                "requestId", CurrentTrace.requestId().orElse("none"),
                "virtual", String.valueOf(Thread.currentThread().isVirtual()));
    }

    @GET
    @Path("/shown")
    public Response shown(@QueryParam("cacheControl") @Nullable String cacheControl) {
        return Response.ok("\"shown\"").header(HttpHeaders.CACHE_CONTROL, cacheControl).build();
    }

    @GET
    @Path("/internal")
    @InternalOnly
    public String internal() {
        return "secret";
    }

    @GET
    @Path("/failures/{kind}")
    public Response fail(@PathParam("kind") String kind) throws Exception {
        throw Failures.of(kind);
    }
}

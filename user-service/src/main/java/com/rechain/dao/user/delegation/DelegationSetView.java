package com.rechain.dao.user.delegation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody gives to others for one scope. */
@Schema(name = "DelegationSet")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DelegationSetView(
        @Schema(required = true) ScopeView scope,
        @Schema(required = true) List<PutDelegationsRequest.Share> delegates,
        @Schema(required = true) Instant since,
        @Nullable Instant expiresAt) {

    /** Puts what one member gives together by scope. */
    static List<DelegationSetView> of(List<LiveDelegation> given) {
        Map<String, DelegationSetView> sets = new LinkedHashMap<>();
        for (LiveDelegation live : given) {
            var edge = live.delegation();
            sets.computeIfAbsent(
                            edge.scope().text(),
                            _ ->
                                    new DelegationSetView(
                                            ScopeView.of(edge.scope()),
                                            new ArrayList<>(),
                                            live.since(),
                                            live.expiresAt()))
                    .delegates()
                    .add(new PutDelegationsRequest.Share(edge.delegateId(), edge.basisPoints()));
        }
        return List.copyOf(sets.values());
    }
}

package com.rechain.dao.user.token;

import com.rechain.dao.platform.internal.InternalOnly;
import com.rechain.dao.user.security.SecurityLog;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Rotation of the signing keys by hand; never reachable from outside. */
@Path("/internal/v1/signing-keys/rotation")
@InternalOnly
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class KeyRotationResource {
    private final SigningKeys keys;
    private final SecurityLog log;

    KeyRotationResource(SigningKeys keys, SecurityLog log) {
        this.keys = keys;
        this.log = log;
    }

    /** Whether the present keys are known to others and must not be trusted any more. */
    public record RotationRequest(boolean compromised) {}

    /** The key that takes over. */
    public record RotationView(String kid) {}

    @POST
    @Operation(hidden = true)
    public RotationView rotate(@NotNull RotationRequest request) {
        String kid = request.compromised() ? keys.replaceCompromised() : keys.rotate();
        log.keysRotated(kid, request.compromised());
        return new RotationView(kid);
    }
}

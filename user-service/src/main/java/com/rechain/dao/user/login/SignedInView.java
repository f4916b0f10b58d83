package com.rechain.dao.user.login;

import com.rechain.dao.user.account.AccountView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a client gets that has signed in; the refresh token travels in a cookie beside it. */
@Schema(name = "SignedIn")
public record SignedInView(
        @Schema(required = true, description = "A JSON Web Token (RFC 9068)") String accessToken,
        @Schema(required = true, examples = "Bearer") String tokenType,
        @Schema(required = true, examples = "600", description = "Seconds") long expiresIn,
        @Schema(required = true) AccountView user) {
    /** Says nothing that is secret. */
    @Override
    public String toString() {
        return "SignedInView[" + user.id() + "]";
    }
}

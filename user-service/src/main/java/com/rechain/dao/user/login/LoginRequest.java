package com.rechain.dao.user.login;

import com.rechain.dao.user.text.EmailForm;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody proves to be an account's holder with. */
public record LoginRequest(
        @Schema(required = true, examples = "ada@example.org", maxLength = 254) @NotNull @EmailForm
                String email,
        // Twice 128: a character may take two UTF-16 units.
        @Schema(
                        required = true,
                        examples = "tea with the difference engine",
                        minLength = 1,
                        maxLength = 128)
                @NotNull
                @Size(min = 1, max = 256)
                String password) {
    /** Says nothing that is secret. */
    @Override
    public String toString() {
        return "LoginRequest[…]";
    }
}

package com.rechain.dao.user.credential;

import com.rechain.dao.user.text.EmailForm;
import com.rechain.dao.user.text.HandleForm;
import com.rechain.dao.user.text.PlainText;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody tells who wants an account. */
public record RegisterRequest(
        @Schema(required = true, examples = "ada@example.org", maxLength = 254) @NotNull @EmailForm
                String email,
        @Schema(
                        required = true,
                        examples = "ada",
                        minLength = 3,
                        maxLength = 32,
                        pattern = "^[a-z0-9_-]{3,32}$")
                @NotNull
                @HandleForm
                String handle,
        @Schema(required = true, examples = "Ada Lovelace", minLength = 1, maxLength = 100)
                @NotNull
                @PlainText(min = 1, max = 100)
                String displayName,
        @Schema(
                        required = true,
                        examples = "tea with the difference engine",
                        minLength = 15,
                        maxLength = 128,
                        description =
                                "Any characters; refused are only well-known passwords and your own names.")
                @NotNull
                String password) {
    /** Says nothing that is secret. */
    @Override
    public String toString() {
        return "RegisterRequest[" + handle + "]";
    }
}

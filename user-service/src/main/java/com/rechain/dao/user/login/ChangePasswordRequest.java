package com.rechain.dao.user.login;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The password somebody has, and the one to have from now on. */
public record ChangePasswordRequest(
        @Schema(required = true, examples = "tea with the difference engine")
                @NotNull
                @Size(min = 1, max = 256)
                String currentPassword,
        @Schema(
                        required = true,
                        examples = "notes upon the memoir by Menabrea",
                        minLength = 15,
                        maxLength = 128)
                @NotNull
                String newPassword) {
    /** Says nothing that is secret. */
    @Override
    public String toString() {
        return "ChangePasswordRequest[…]";
    }
}

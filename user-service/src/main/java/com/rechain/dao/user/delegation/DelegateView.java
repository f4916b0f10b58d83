package com.rechain.dao.user.delegation;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who may vote with the weight of others. */
@Schema(name = "Delegate")
public record DelegateView(
        @Schema(required = true) UUID userId,
        @Schema(required = true, description = "How many give to this delegate") long delegators,
        @Schema(
                        required = true,
                        implementation = String.class,
                        examples = "250",
                        description =
                                "What they give directly, before a proposal's cap and before anybody hands on")
                String received) {

    /** The form of a list of delegates. */
    @Schema(name = "DelegateList")
    record Some(@Schema(required = true) List<DelegateView> items) {}
}

package com.rechain.dao.proposal.proposal.draft;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What holds actions up, for the API's description only. */
@Schema(name = "TimelockWish")
public record TimelockSchema(
        @Schema(
                        minimum = "0",
                        maximum = "31536000",
                        description =
                                "How long they wait after the challenge, if that is longer than the space asks.")
                long delaySeconds,
        @Schema(
                        description =
                                "A published proposal of the space that must have been carried out before.")
                UUID predecessorId) {}

package com.rechain.dao.proposal.proposal.lifecycle;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That somebody signed a proposal. */
@Schema(name = "Signature")
public record SignatureView(UUID userId, Instant signedAt) {}

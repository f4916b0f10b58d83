package com.rechain.dao.proposal.proposal.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.proposal.proposal.Proposal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.UUID;

/** Keeps every wording a proposal has had. */
@ApplicationScoped
public class VersionRepository {
    private static final String KEEP =
            """
            INSERT INTO proposal_version (proposal_id, revision, editor_id, edited_at, content)
            VALUES (:proposal, :revision, :editor, :editedAt, :content)\
            """;

    private final EntityManager entities;
    private final ObjectMapper json;

    VersionRepository(EntityManager entities, ObjectMapper json) {
        this.entities = entities;
        this.json = json;
    }

    /** Keeps the present wording of {@code proposal} as its present revision. */
    @Transactional(TxType.MANDATORY)
    public void keep(Proposal proposal, UUID editorId, Instant now) {
        entities.createNativeQuery(KEEP)
                .setParameter("proposal", Ids.toBytes(proposal.id()))
                .setParameter("revision", proposal.revisions().revision())
                .setParameter("editor", Ids.toBytes(editorId))
                .setParameter("editedAt", now)
                .setParameter("content", contentOf(proposal))
                .executeUpdate();
    }

    private String contentOf(Proposal proposal) {
        try {
            return json.writeValueAsString(ContentPatch.contentOf(proposal.wording()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a wording is always writable", e);
        }
    }
}

package com.rechain.dao.proposal.search;

import com.rechain.dao.platform.answer.AnswerCache;
import com.rechain.dao.platform.answer.AnswerCaches;
import com.rechain.dao.platform.answer.ReadyAnswer;
import com.rechain.dao.platform.replica.ReplicaReads;
import com.rechain.dao.platform.replica.SqlFunction;
import com.rechain.dao.platform.replica.Versioned;
import com.rechain.dao.proposal.ProposalConfig;
import com.rechain.dao.proposal.proposal.ProposalRow;
import com.rechain.dao.proposal.proposal.ProposalRows;
import com.rechain.dao.proposal.proposal.Systems;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What belongs to a published proposal and everyone gets alike, as ready bytes: its rules, and the
 * newest of its wordings that have been public.
 */
@Startup
@ApplicationScoped
public class ProposalTexts {
    private static final int FIRST_PAGE = 20;

    private final AnswerCache<UUID> rules;
    private final AnswerCache<UUID> versions;
    private final AnswerCaches answers;
    private final ReplicaReads reads;
    private final ProposalConfig config;

    ProposalTexts(AnswerCaches answers, ReplicaReads reads, ProposalConfig config) {
        this.answers = answers;
        this.reads = reads;
        this.config = config;
        rules = cache("proposal-rules", "the canonical rules", row -> _ -> rulesOf(row));
        versions =
                cache(
                        "proposal-versions",
                        "the newest wordings that have been public",
                        row -> connection -> versionsOf(row, connection));
    }

    /** The canonical rules of a published proposal; their ETag is their hash. */
    Optional<ReadyAnswer> rules(UUID id) {
        return rules.find(id);
    }

    /** The first page of its wordings as strangers may see them. */
    Optional<ReadyAnswer> versions(UUID id) {
        return versions.find(id);
    }

    private AnswerCache<UUID> cache(
            String name,
            String meaning,
            Function<ProposalRow, SqlFunction<Connection, ReadyAnswer>> text) {
        return answers.create(
                AnswerCaches.<UUID>named(name, meaning)
                        .keyedBy("a published proposal's id", UUID::fromString)
                        .living(config.cache().ttl())
                        .upTo(config.cache().maximumBytes() / 2)
                        .taggedBy(ProposalTags::ofProposal)
                        .purgingAtTheEdge(ProposalTags.PROPOSAL, ProposalTags.SPACE)
                        .loadedBy((id, required) -> load(id, required, text))
                        .oldWithoutPrimary()
                        .build());
    }

    private Versioned<Optional<ReadyAnswer>> load(
            UUID id,
            long required,
            Function<ProposalRow, SqlFunction<Connection, ReadyAnswer>> text) {
        return reads.read(
                required,
                connection -> {
                    Optional<ProposalRow> row =
                            ProposalRows.find(connection, id).filter(found -> !found.isDraft());
                    return row.isEmpty()
                            ? Optional.empty()
                            : Optional.of(text.apply(row.get()).apply(connection));
                });
    }

    private static ReadyAnswer rulesOf(ProposalRow row) {
        var canonical = Systems.rulesOf(row.wording());
        return ReadyAnswer.plain(
                        ReadyAnswer.FOREVER,
                        row.spaceId(),
                        '"' + canonical.hash() + '"',
                        canonical.canonical().getBytes(StandardCharsets.UTF_8))
                .compressed();
    }

    private ReadyAnswer versionsOf(ProposalRow row, Connection connection) throws SQLException {
        return answers.forEveryone(
                row.spaceId(), VersionReads.read(connection, row, null, FIRST_PAGE, null));
    }
}

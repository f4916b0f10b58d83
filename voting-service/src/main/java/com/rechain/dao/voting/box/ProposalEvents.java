package com.rechain.dao.voting.box;

import com.rechain.dao.platform.event.Event;
import com.rechain.dao.platform.event.EventHandler;
import com.rechain.dao.platform.event.EventPayloads;
import com.rechain.dao.platform.event.PoisonEventException;
import com.rechain.dao.tally.json.Parsed;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.system.VotingSystem;
import com.rechain.dao.voting.sql.Columns;
import com.rechain.dao.voting.sql.Primary;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Puts up a box for each published proposal, and takes it down for a canceled one. Rules whose hash
 * is not the one announced are never voted under: the event goes to the dead letters and an alarm
 * counter rises.
 */
@ApplicationScoped
public class ProposalEvents implements EventHandler {
    private static final String PUBLISHED = "proposal.published.v1";
    private static final String CANCELED = "proposal.canceled.v1";
    private static final String AWAIT_ELECTORATE =
            """
            INSERT INTO electorate (proposal_id, space_id, taken_at, state, next_attempt_at)
            VALUES (?, ?, ?, 'WAITING', ?)\
            """;
    private static final String DROP_ELECTORATE =
            "UPDATE electorate SET state = 'CANCELED' WHERE proposal_id = ? AND state = 'WAITING'";

    private final Primary primary;
    private final EventPayloads payloads;
    private final Counter refused;

    ProposalEvents(Primary primary, EventPayloads payloads, MeterRegistry metrics) {
        this.primary = primary;
        this.payloads = payloads;
        refused = metrics.counter("dao.boxes.refused");
    }

    @Override
    public Set<String> types() {
        return Set.of(PUBLISHED, CANCELED);
    }

    @Override
    public void handle(Event event) {
        if (event.type().equals(PUBLISHED)) {
            Box box = box(payloads.read(event, ProposalPublished.class));
            primary.call(connection -> put(connection, box));
        } else {
            UUID proposalId = payloads.read(event, ProposalCanceled.class).proposalId();
            primary.call(connection -> cancel(connection, proposalId));
        }
    }

    private Box box(ProposalPublished published) {
        if (!(Rules.parse(published.rules()) instanceof Parsed.Accepted<Rules>(Rules rules))) {
            throw refuse("its rules cannot be read");
        }
        if (!rules.hash().equals(published.rulesHash())) {
            throw refuse("its rules do not have the hash it announces");
        }
        int options = published.choices().size();
        if (VotingSystem.of(rules.system()).checkOptions(options, rules)
                instanceof Parsed.Refused<Integer>) {
            throw refuse("its voting system takes other choices");
        }
        if (!published.startsAt().isBefore(published.endsAt())) {
            throw refuse("its window is empty");
        }
        return new Box(
                published.proposalId(),
                published.spaceId(),
                published.choices(),
                rules,
                rules.hash(),
                published.startsAt(),
                published.endsAt(),
                published.publishedAt(),
                published.labels() == null ? List.of() : published.labels());
    }

    private PoisonEventException refuse(String reason) {
        refused.increment();
        return new PoisonEventException(reason);
    }

    private static boolean put(Connection connection, Box box) throws SQLException {
        BoxRows.insert(connection, box);
        try (PreparedStatement insert = connection.prepareStatement(AWAIT_ELECTORATE)) {
            Columns.set(insert, 1, box.proposalId());
            Columns.set(insert, 2, box.spaceId());
            Columns.set(insert, 3, box.startsAt());
            Columns.set(insert, 4, box.startsAt());
            return insert.executeUpdate() == 1;
        }
    }

    /** A closed box stays closed: a result that stands is not unmade here. */
    private static boolean cancel(Connection connection, UUID proposalId) throws SQLException {
        try (PreparedStatement drop = connection.prepareStatement(DROP_ELECTORATE)) {
            Columns.set(drop, 1, proposalId);
            drop.executeUpdate();
        }
        return BoxRows.cancel(connection, proposalId);
    }
}

package com.rechain.dao.perf.seed;

import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;
import com.rechain.dao.tally.system.VotingSystem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A seeded proposal.
 *
 * @param index from 0; the first is the largest
 * @param number within its space
 * @param votes how many have been cast
 */
record Seeded(
        int index,
        UUID id,
        int space,
        UUID spaceId,
        int number,
        Stage stage,
        Paper paper,
        Instant publishedAt,
        Instant startsAt,
        Instant endsAt,
        int votes) {

    /** How far it has come. */
    enum Stage {
        DRAFT,
        PENDING,
        OPEN,
        CLOSED,
        CANCELED;

        boolean hasVotes() {
            return this == OPEN || this == CLOSED;
        }

        /** Whether who may vote has been frozen. */
        boolean hasElectorate() {
            return this != DRAFT && this != PENDING;
        }
    }

    Rules rules() {
        return paper.rules();
    }

    SystemName systemName() {
        return paper.rules().system();
    }

    VotingSystem system() {
        return VotingSystem.of(systemName());
    }

    List<String> options() {
        return paper.options();
    }

    /** When its electorate was frozen. */
    Instant readyAt() {
        return startsAt.plusSeconds(1);
    }

    /** When its result was certified. */
    Instant certifiedAt() {
        return endsAt.plusSeconds(5);
    }
}

package com.rechain.dao.proposal.proposal;

import static com.rechain.dao.proposal.proposal.ProposalState.ACTIVE;
import static com.rechain.dao.proposal.proposal.ProposalState.CANCELED;
import static com.rechain.dao.proposal.proposal.ProposalState.DRAFT;
import static com.rechain.dao.proposal.proposal.ProposalState.HELD;
import static com.rechain.dao.proposal.proposal.ProposalState.PENDING;
import static com.rechain.dao.proposal.proposal.ProposalState.SUCCEEDED;
import static com.rechain.dao.proposal.proposal.ProposalState.TALLYING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class ProposalStateTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant END = Instant.parse("2026-03-08T12:00:00Z");
    private static final Instant READY_LATE = START.plusSeconds(2);

    @Test
    void theWindowIsHalfOpen() {
        Timeline row = published(START);

        assertThat(ProposalState.at(row, before(START))).isEqualTo(PENDING);
        assertThat(ProposalState.at(row, START)).isEqualTo(ACTIVE);
        assertThat(ProposalState.at(row, after(START))).isEqualTo(ACTIVE);
        assertThat(ProposalState.at(row, before(END))).isEqualTo(ACTIVE);
        assertThat(ProposalState.at(row, END)).isEqualTo(TALLYING);
        assertThat(ProposalState.at(row, after(END))).isEqualTo(TALLYING);
    }

    @Test
    void theStartWaitsForTheElectorate() {
        Timeline row = published(READY_LATE);

        assertThat(ProposalState.at(row, START)).isEqualTo(PENDING);
        assertThat(ProposalState.at(row, before(READY_LATE))).isEqualTo(PENDING);
        assertThat(ProposalState.at(row, READY_LATE)).isEqualTo(ACTIVE);
        assertThat(row.opensAt()).isEqualTo(READY_LATE);
    }

    @Test
    void withoutAnElectorateItIsNeverActive() {
        Timeline row = new Timeline(ProposalStatus.PUBLISHED, null, START, END, null);

        assertThat(ProposalState.at(row, START)).isEqualTo(PENDING);
        assertThat(ProposalState.at(row, before(END))).isEqualTo(PENDING);
        assertThat(ProposalState.at(row, END)).isEqualTo(TALLYING);
        assertThat(row.opensAt()).isNull();
    }

    @Test
    void whatIsDecidedNoLongerDependsOnTime() {
        Timeline draft = new Timeline(ProposalStatus.DRAFT, null, null, END, null);
        Timeline canceled = new Timeline(ProposalStatus.CANCELED, null, START, END, START);
        Timeline concluded =
                new Timeline(
                        ProposalStatus.CONCLUDED, ProposalOutcome.SUCCEEDED, START, END, START);
        Timeline held =
                new Timeline(ProposalStatus.PUBLISHED, ProposalOutcome.HELD, START, END, START);

        for (Instant now : new Instant[] {Instant.EPOCH, START, END, after(END)}) {
            assertThat(ProposalState.at(draft, now)).isEqualTo(DRAFT);
            assertThat(ProposalState.at(canceled, now)).isEqualTo(CANCELED);
            assertThat(ProposalState.at(concluded, now)).isEqualTo(SUCCEEDED);
            assertThat(ProposalState.at(held, now)).isEqualTo(HELD);
            assertThat(ProposalState.nextChange(concluded, now)).isEmpty();
        }
    }

    @Test
    void theNextChangeIsTheOpeningThenTheEnd() {
        Timeline row = published(READY_LATE);

        assertThat(ProposalState.nextChange(row, Instant.EPOCH)).contains(READY_LATE);
        assertThat(ProposalState.nextChange(row, READY_LATE)).contains(END);
        assertThat(ProposalState.nextChange(row, END)).isEmpty();
    }

    @Test
    void everyOutcomeShowsAsTheStateOfItsName() {
        for (ProposalOutcome outcome : ProposalOutcome.values()) {
            assertThat(outcome.state().name()).isEqualTo(outcome.name());
            assertThat(outcome.isFinal()).isEqualTo(outcome != ProposalOutcome.HELD);
        }
    }

    @Test
    void nothingIsConcludedWithoutAFinalOutcome() {
        assertThatThrownBy(() ->
                        new Timeline(
                                ProposalStatus.CONCLUDED, ProposalOutcome.HELD, START, END, START))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Timeline(ProposalStatus.CONCLUDED, null, START, END, START))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Timeline published(Instant readyAt) {
        return new Timeline(ProposalStatus.PUBLISHED, null, START, END, readyAt);
    }

    private static Instant before(Instant instant) {
        return instant.minus(1, ChronoUnit.MICROS);
    }

    private static Instant after(Instant instant) {
        return instant.plus(1, ChronoUnit.MICROS);
    }
}

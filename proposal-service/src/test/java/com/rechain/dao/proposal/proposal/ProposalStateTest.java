package com.rechain.dao.proposal.proposal;

import static com.rechain.dao.proposal.proposal.ProposalState.ACTIVE;
import static com.rechain.dao.proposal.proposal.ProposalState.CANCELED;
import static com.rechain.dao.proposal.proposal.ProposalState.CHALLENGE;
import static com.rechain.dao.proposal.proposal.ProposalState.COMPLETED;
import static com.rechain.dao.proposal.proposal.ProposalState.DRAFT;
import static com.rechain.dao.proposal.proposal.ProposalState.EXECUTED;
import static com.rechain.dao.proposal.proposal.ProposalState.EXECUTED_WITH_ERRORS;
import static com.rechain.dao.proposal.proposal.ProposalState.EXPIRED;
import static com.rechain.dao.proposal.proposal.ProposalState.HELD;
import static com.rechain.dao.proposal.proposal.ProposalState.PENDING;
import static com.rechain.dao.proposal.proposal.ProposalState.QUEUED;
import static com.rechain.dao.proposal.proposal.ProposalState.TALLYING;
import static com.rechain.dao.proposal.proposal.ProposalState.VETOED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rechain.dao.proposal.space.SpaceRole;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProposalStateTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant END = Instant.parse("2026-03-08T12:00:00Z");
    private static final Instant CHALLENGE_END = END.plusSeconds(60);
    private static final Instant ETA = END.plusSeconds(90);
    private static final Instant EXPIRY = END.plusSeconds(100);
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
            assertThat(ProposalState.at(concluded, now)).isEqualTo(COMPLETED);
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
    void everyOutcomeShowsAsTheStateOfItsNameButSuccessWhichIsCompleted() {
        for (ProposalOutcome outcome : ProposalOutcome.values()) {
            assertThat(outcome.state().name())
                    .isEqualTo(outcome == ProposalOutcome.SUCCEEDED ? "COMPLETED" : outcome.name());
            assertThat(outcome.isFinal()).isEqualTo(outcome != ProposalOutcome.HELD);
        }
    }

    @Test
    void aSuccessWithActionsIsChallengedThenQueuedThenExpires() {
        Timeline row = locked(ProposalStatus.TIMELOCKED);

        assertThat(ProposalState.at(row, before(CHALLENGE_END))).isEqualTo(CHALLENGE);
        assertThat(ProposalState.at(row, CHALLENGE_END)).isEqualTo(QUEUED);
        assertThat(ProposalState.at(row, after(CHALLENGE_END))).isEqualTo(QUEUED);
        assertThat(ProposalState.at(row, before(EXPIRY))).isEqualTo(QUEUED);
        assertThat(ProposalState.at(row, EXPIRY)).isEqualTo(EXPIRED);
        assertThat(ProposalState.at(row, after(EXPIRY))).isEqualTo(EXPIRED);
        assertThat(ProposalState.nextChange(row, END)).contains(CHALLENGE_END);
        assertThat(ProposalState.nextChange(row, CHALLENGE_END)).contains(EXPIRY);
        assertThat(ProposalState.nextChange(row, EXPIRY)).isEmpty();
    }

    @Test
    void actionsAreCarriedOutFromTheEtaUntilTheExpiry() {
        Timelock lock = new Timelock(CHALLENGE_END, ETA, EXPIRY);

        assertThat(lock.isOpenAt(before(ETA))).isFalse();
        assertThat(lock.isOpenAt(ETA)).isTrue();
        assertThat(lock.isOpenAt(after(ETA))).isTrue();
        assertThat(lock.isOpenAt(before(EXPIRY))).isTrue();
        assertThat(lock.isOpenAt(EXPIRY)).isFalse();
    }

    @Test
    void errorsShowUntilTheExpiryAndWhatIsDoneForEver() {
        Timeline faltered = locked(ProposalStatus.FALTERED);

        assertThat(ProposalState.at(faltered, before(EXPIRY))).isEqualTo(EXECUTED_WITH_ERRORS);
        assertThat(ProposalState.at(faltered, EXPIRY)).isEqualTo(EXPIRED);
        for (Instant now : new Instant[] {ETA, EXPIRY, after(EXPIRY)}) {
            assertThat(ProposalState.at(locked(ProposalStatus.EXECUTED), now)).isEqualTo(EXECUTED);
            assertThat(ProposalState.at(locked(ProposalStatus.VETOED), now)).isEqualTo(VETOED);
        }
    }

    @Test
    void termsMakeTheTimelockOfTheirSeconds() {
        Terms terms =
                new Terms(
                        3,
                        "0".repeat(64),
                        60,
                        30,
                        10,
                        Set.of(SpaceRole.GUARDIAN),
                        0,
                        SpaceRole.MEMBER);

        assertThat(terms.lockedAt(END))
                .isEqualTo(
                        new Timelock(
                                END.plusSeconds(60), END.plusSeconds(90), END.plusSeconds(100)));
        assertThat(terms.withDelay(29L).delaySeconds()).isEqualTo(30);
        assertThat(terms.withDelay(31L).delaySeconds()).isEqualTo(31);
        assertThat(terms.withDelay(null)).isEqualTo(terms);
        assertThat(TermsConverter.read(new TermsConverter().convertToDatabaseColumn(terms)))
                .isEqualTo(terms);
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

    private static Timeline locked(ProposalStatus status) {
        return new Timeline(
                status,
                ProposalOutcome.SUCCEEDED,
                START,
                END,
                START,
                new Timelock(CHALLENGE_END, ETA, EXPIRY));
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

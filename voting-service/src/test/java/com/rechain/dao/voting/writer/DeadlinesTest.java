package com.rechain.dao.voting.writer;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.platform.telemetry.Step;
import com.rechain.dao.voting.box.Box;
import com.rechain.dao.voting.writer.CastOutcome.NotEligible;
import com.rechain.dao.voting.writer.CastOutcome.Overloaded;
import com.rechain.dao.voting.writer.CastOutcome.Unresolved;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
    private static final Duration PATIENCE = Duration.ofMillis(50);

    private final Box box = Ballots.box();
    private final Deadlines deadlines = new Deadlines(PATIENCE);

    @BeforeEach
    void start() {
        deadlines.start();
    }

    @AfterEach
    void stop() {
        deadlines.stop();
    }

    @Test
    void aBallotThatNoWriterTakesIsGivenUpAtItsDeadline() {
        QueuedCast waiting = watched();

        assertThat(Ballots.answer(waiting).outcome()).isInstanceOf(Overloaded.class);
        assertThat(waiting.isLate()).isTrue();
        assertThat(waiting.take()).isFalse();
    }

    @Test
    void ofABallotThatIsBeingWrittenNobodyCanTell() {
        QueuedCast taken = queued();
        assertThat(taken.take()).isTrue();

        deadlines.watch(taken);

        assertThat(Ballots.answer(taken).outcome()).isInstanceOf(Unresolved.class);
    }

    @Test
    void whatWasAnsweredInTimeStaysSo() {
        QueuedCast inTime = queued();
        inTime.complete(new NotEligible());
        deadlines.watch(inTime);
        QueuedCast next = watched();

        assertThat(Ballots.answer(next).outcome()).isInstanceOf(Overloaded.class);
        assertThat(Ballots.answer(inTime).outcome()).isInstanceOf(NotEligible.class);
    }

    private QueuedCast watched() {
        QueuedCast cast = queued();
        deadlines.watch(cast);
        return cast;
    }

    private QueuedCast queued() {
        return new QueuedCast(Ballots.cast(box, UUID.randomUUID(), 1), PATIENCE, Step.NONE);
    }
}

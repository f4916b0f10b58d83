package com.rechain.dao.voting.ballot;

import static org.hamcrest.Matchers.equalTo;

import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.fake.FakeSpace;
import com.rechain.dao.test.fake.FakeUserService;
import com.rechain.dao.test.fake.FakeUserServiceResource;
import com.rechain.dao.voting.support.MovableClock;
import com.rechain.dao.voting.support.Proposal;
import com.rechain.dao.voting.support.VoterClient;
import com.rechain.dao.voting.support.Votes;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "voting"))
@WithTestResource(FakeUserServiceResource.class)
class BallotWindowIT {
    FakeUserService users;

    @Inject Votes votes;
    @Inject MovableClock clock;

    private VoterClient voter;
    private Proposal proposal;

    @BeforeEach
    void aVoteThatEndsInSomeSeconds() {
        FakeSpace space = users.aSpace();
        voter = VoterClient.of(space.aMember(5));
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        proposal =
                votes.open(
                        Proposal.running(space.id())
                                .during(now.minusSeconds(5), now.plusSeconds(20)));
    }

    @AfterEach
    void letTheClockRun() {
        clock.run();
    }

    @Test
    void theStartIsInAndTheMicrosecondBeforeIsOut() {
        clock.stopAt(proposal.startsAt().minus(1, ChronoUnit.MICROS));
        voter.cast(proposal, 1).then().statusCode(409).body("state", equalTo("PENDING"));

        clock.stopAt(proposal.startsAt());
        voter.cast(proposal, 1).then().statusCode(201);

        clock.stopAt(proposal.startsAt().plus(1, ChronoUnit.MICROS));
        voter.cast(proposal, 2).then().statusCode(200);
    }

    @Test
    void theEndIsOutAndTheMicrosecondBeforeIsIn() {
        clock.stopAt(proposal.endsAt().minus(1, ChronoUnit.MICROS));
        voter.cast(proposal, 1).then().statusCode(201);

        clock.stopAt(proposal.endsAt());
        voter.cast(proposal, 2).then().statusCode(409).body("state", equalTo("TALLYING"));

        clock.stopAt(proposal.endsAt().plus(1, ChronoUnit.MICROS));
        voter.cast(proposal, 2).then().statusCode(409).body("state", equalTo("TALLYING"));
        voter.get("/ballot", proposal).then().body("choice", equalTo(1));
    }

    @Test
    void inTheLastMinutesNothingChangesWhereTheRulesSaySo() {
        Proposal closing =
                votes.open(
                        Proposal.running(proposal.spaceId())
                                .ruledBy(
                                        "{\"changeOfVote\":\"UNTIL_LAST\",\"finalMinutes\":\"2\"}"));
        Instant last = closing.endsAt().minus(2, ChronoUnit.MINUTES);
        voter.cast(closing, 1).then().statusCode(201);

        clock.stopAt(last.minus(1, ChronoUnit.MICROS));
        voter.cast(closing, 2).then().statusCode(200);

        clock.stopAt(last);
        voter.cast(closing, 1).then().statusCode(409).body("code", equalTo("already-voted"));

        clock.stopAt(last.plus(1, ChronoUnit.MICROS));
        voter.cast(closing, 1).then().statusCode(409).body("code", equalTo("already-voted"));
        voter.get("/ballot", closing).then().body("choice", equalTo(2));
    }
}

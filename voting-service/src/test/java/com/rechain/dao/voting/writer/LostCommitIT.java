package com.rechain.dao.voting.writer;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.fake.FakeSpace;
import com.rechain.dao.test.fake.FakeUserService;
import com.rechain.dao.test.fake.FakeUserServiceResource;
import com.rechain.dao.voting.sql.Primary;
import com.rechain.dao.voting.support.Proposal;
import com.rechain.dao.voting.support.VoterClient;
import com.rechain.dao.voting.support.Votes;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is asked when nobody knows whether a commit went through. */
@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "voting"))
@WithTestResource(FakeUserServiceResource.class)
class LostCommitIT {
    FakeUserService users;

    @Inject Votes votes;
    @Inject Primary primary;

    @Test
    void aBallotIsKnownAgainByItsHashAlone() {
        FakeSpace space = users.aSpace();
        VoterClient voter = VoterClient.of(space.aMember(2));
        Proposal proposal = votes.open(Proposal.running(space.id()));
        String hash = voter.cast(proposal, 1).then().statusCode(201).extract().path("ballotHash");

        assertThat(isRecorded(proposal, voter, 1, hash)).isTrue();
        assertThat(isRecorded(proposal, voter, 1, "0".repeat(64))).isFalse();
        assertThat(isRecorded(proposal, voter, 2, hash)).isFalse();
    }

    private boolean isRecorded(Proposal proposal, VoterClient voter, int revision, String hash) {
        Receipt receipt =
                new Receipt(
                        proposal.id(),
                        voter.userId(),
                        revision,
                        "1",
                        null,
                        BigInteger.TWO,
                        "",
                        "",
                        Instant.EPOCH,
                        hash);
        return primary.call(connection -> LockRows.isRecorded(connection, receipt));
    }
}

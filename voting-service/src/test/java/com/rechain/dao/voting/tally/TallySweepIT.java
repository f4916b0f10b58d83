package com.rechain.dao.voting.tally;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.fake.FakeSpace;
import com.rechain.dao.test.fake.FakeUserService;
import com.rechain.dao.test.fake.FakeUserServiceResource;
import com.rechain.dao.voting.support.Ledger;
import com.rechain.dao.voting.support.Proposal;
import com.rechain.dao.voting.support.VoterClient;
import com.rechain.dao.voting.support.Votes;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "voting"))
@WithTestResource(FakeUserServiceResource.class)
class TallySweepIT {
    private static final String FORGET =
            "UPDATE tally_announcement SET fingerprint = UNHEX(REPEAT('00', 32)) WHERE proposal_id = ?";

    FakeUserService users;

    @Inject Votes votes;
    @Inject Ledger ledger;
    @Inject TallyAnnouncer announcer;

    @Test
    void onlyWhatACrashForgotIsAnnouncedAgain() {
        FakeSpace space = users.aSpace();
        VoterClient voter = VoterClient.of(space.aMember(5));
        Proposal told = voted(space, voter);
        Proposal forgotten = voted(space, voter);
        Proposal untouched = votes.open(Proposal.running(space.id()));
        Votes.await(() -> !isUnannounced(told) && !isUnannounced(forgotten));

        ledger.tamper(FORGET, forgotten.id());

        assertThat(announcer.unannounced())
                .contains(forgotten.id())
                .doesNotContain(told.id(), untouched.id());
        announcer.sweep();
        Votes.await(() -> !isUnannounced(forgotten));
    }

    private boolean isUnannounced(Proposal proposal) {
        return announcer.unannounced().contains(proposal.id());
    }

    private Proposal voted(FakeSpace space, VoterClient voter) {
        Proposal proposal = votes.open(Proposal.running(space.id()));
        voter.cast(proposal, 1).then().statusCode(201);
        return proposal;
    }
}

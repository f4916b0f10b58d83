package com.rechain.dao.voting.tally;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.fake.FakeSpace;
import com.rechain.dao.test.fake.FakeUserService;
import com.rechain.dao.test.fake.FakeUserServiceResource;
import com.rechain.dao.voting.box.Box;
import com.rechain.dao.voting.sql.Primary;
import com.rechain.dao.voting.support.Ledger;
import com.rechain.dao.voting.support.Proposal;
import com.rechain.dao.voting.support.VoterClient;
import com.rechain.dao.voting.support.Votes;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "voting"))
@WithTestResource(FakeUserServiceResource.class)
class RecountIT {
    private static final int VOTERS = 5;

    FakeUserService users;

    @Inject Votes votes;
    @Inject Ledger ledger;
    @Inject Primary primary;

    @Test
    void inHoweverManyPartsTheBallotsAreReadTheyAreCountedOnce() {
        FakeSpace space = users.aSpace();
        List<VoterClient> voters = new ArrayList<>();
        for (int i = 0; i < VOTERS; i++) {
            voters.add(VoterClient.of(space.aMember(i + 1)));
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Proposal proposal =
                Proposal.running(space.id()).during(now.minusSeconds(5), now.plusSeconds(60));
        votes.open(proposal);
        for (int i = 0; i < VOTERS; i++) {
            voters.get(i).cast(proposal, 1 + i % 2);
        }

        Box box = ledger.box(proposal.id());
        Tally running = ledger.counters(proposal.id());
        for (int part = 1; part <= VOTERS + 1; part++) {
            int most = part;
            Tally recount = primary.call(connection -> TallyRows.recount(connection, box, most));
            assertThat(recount.counters()).isEqualTo(running.counters());
        }
        assertThat(running.total().ballots()).isEqualTo(VOTERS);
    }
}

package com.rechain.dao.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.tally.power.Checkpoints;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.user.database.Primary;
import com.rechain.dao.user.support.Person;
import com.rechain.dao.user.weight.Checkpoint;
import com.rechain.dao.user.weight.Weight;
import com.rechain.dao.user.weight.WeightLedger;
import com.rechain.dao.user.weight.WeightSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Holds the ledger's SQL against the lookup that agrees with OpenZeppelin's cases, microsecond by
 * microsecond.
 */
@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "users"))
class LedgerVectorIT {
    /** The extended history of those cases: from when on, how much. */
    private static final long[][] HISTORY = {
        {2, 17},
        {3, 42},
        {5, 101},
        {7, 23},
        {11, 99},
        {12, 22},
        {13, 131},
        {17, 45},
        {19, 31_452},
        {21, 0}
    };

    @Inject WeightLedger ledger;
    @Inject Primary primary;

    @Test
    void theWeightAtAnInstantIsThatOfTheLastCheckpointAtOrBeforeIt() {
        Person member = Person.arrives();
        UUID space = Person.arrives().founds("PUBLIC");
        Instant zero = Instant.now().plusSeconds(3_600).truncatedTo(ChronoUnit.MICROS);
        Checkpoints<Instant> expected = new Checkpoints<>();
        for (long[] line : HISTORY) {
            Instant at = zero.plus(line[0], ChronoUnit.MICROS);
            BigInteger weight = BigInteger.valueOf(line[1]);
            expected.push(at, weight);
            append(space, member.id(), at, new Weight(weight));
        }

        for (long micros = 0; micros <= 24; micros++) {
            Instant at = zero.plus(micros, ChronoUnit.MICROS);
            assertThat(weight(space, member.id(), at)).isEqualTo(expected.atOrBefore(at));
        }
    }

    private void append(UUID space, UUID member, Instant at, Weight weight) {
        Checkpoint checkpoint = new Checkpoint(member, at, weight, WeightSource.SET, member);
        QuarkusTransaction.requiringNew().run(() -> ledger.append(space, at, List.of(checkpoint)));
    }

    private BigInteger weight(UUID space, UUID member, Instant at) {
        return primary.run(c -> WeightLedger.at(c, space, member, at))
                .map(found -> found.weight().value())
                .orElse(BigInteger.ZERO);
    }
}

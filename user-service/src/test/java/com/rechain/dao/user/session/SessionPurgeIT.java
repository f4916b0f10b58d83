package com.rechain.dao.user.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.user.database.Primary;
import com.rechain.dao.user.database.Sql;
import com.rechain.dao.user.support.Person;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "users"))
class SessionPurgeIT {
    @Inject SessionService sessions;
    @Inject SessionConfig config;
    @Inject Primary primary;

    @Test
    void whatEndedLongAgoIsRemovedAndNothingElse() {
        Person gone = Person.arrives();
        Person lately = Person.arrives();
        end(gone, config.keptAfterEnd().plusMinutes(1));
        end(lately, config.keptAfterEnd().minusHours(1));

        sessions.purge();

        assertThat(sessionsOf(gone)).isZero();
        assertThat(sessionsOf(lately)).isEqualTo(1);
    }

    private void end(Person person, Duration ago) {
        Instant end = Instant.now().truncatedTo(ChronoUnit.MICROS).minus(ago);
        primary.run(c ->
                Sql.of("UPDATE session SET expires_at = ? WHERE account_id = ?")
                        .with(end)
                        .with(person.id())
                        .update(c));
    }

    private int sessionsOf(Person person) {
        return primary.run(c ->
                Sql.of("SELECT COUNT(*) FROM session WHERE account_id = ?")
                        .with(person.id())
                        .list(c, row -> row.getInt(1))
                        .getFirst());
    }
}

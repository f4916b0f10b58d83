package com.rechain.dao.user.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.user.database.Primary;
import com.rechain.dao.user.database.Sql;
import com.rechain.dao.user.membership.Role;
import com.rechain.dao.user.settings.Settings.Proposing;
import com.rechain.dao.user.settings.Settings.SignOffs;
import com.rechain.dao.user.support.Crowd;
import com.rechain.dao.user.support.Person;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a check of settings costs; what it decides is shown by {@code SettingsIT}. */
@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "users"))
class SettingsCheckIT {
    private static final int MEMBERS = 600;
    private static final int FEW = 60;

    @Inject SettingsCheck check;
    @Inject Primary primary;
    @Inject Crowd crowd;

    @Test
    void howeverManyMembersThereAreAFewOfThemAreLookedAt() {
        UUID space = Person.arrives().founds("PUBLIC");
        crowd.joins(space, Person.newHandle(), MEMBERS);

        assertThat(rowsRead(space, asking("0", new SignOffs(0, Role.MEMBER)))).isLessThan(FEW);
        assertThat(rowsRead(space, asking("1", new SignOffs(3, Role.MEMBER)))).isLessThan(FEW);
    }

    private static Settings asking(String threshold, SignOffs signOffs) {
        return new Settings(
                new Proposing(Role.MEMBER, Role.MEMBER, threshold, null, null),
                signOffs,
                Settings.DEFAULT.timelock(),
                null,
                false);
    }

    /** How many rows the database was asked for until it was clear that nothing is wrong. */
    private long rowsRead(UUID space, Settings wanted) {
        // One transaction is one connection, whose own counters these are.
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    long before = rowsRead();
                    assertThat(check.refuse(space, wanted)).isEmpty();
                    return rowsRead() - before;
                });
    }

    private long rowsRead() {
        return primary.run(c ->
                Sql.of("SHOW SESSION STATUS LIKE 'Handler_read%'")
                        .list(
                                c,
                                row ->
                                        row.getString(1)
                                                        .matches(
                                                                "Handler_read_(key|next|prev|first|rnd)")
                                                ? row.getLong(2)
                                                : 0)
                        .stream()
                        .mapToLong(Long::longValue)
                        .sum());
    }
}

package com.rechain.dao.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rechain.dao.platform.trial.Borrowing;
import com.rechain.dao.test.backing.BackingServicesResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "voting"))
class InvalidationsIT {
    private static final List<String> TAGS = List.of("note:1");

    @Inject Invalidations invalidations;
    @Inject AgroalDataSource primary;
    @Inject Borrowing borrowing;

    @Test
    void theConnectionIsBackBeforeAnotherIsAskedForTheTime() {
        List<String> moves =
                borrowing.during(() ->
                        QuarkusTransaction.requiringNew()
                                .run(() -> {
                                    change();
                                    invalidations.afterCommit(TAGS);
                                }));

        assertThat(moves).containsExactly("takes", "gives back", "takes", "gives back");
    }

    @Test
    void itIsSoWhateverComesFirst() {
        List<String> moves =
                borrowing.during(() ->
                        QuarkusTransaction.requiringNew()
                                .run(() -> {
                                    invalidations.afterCommit(TAGS);
                                    change();
                                }));

        assertThat(moves).containsExactly("takes", "gives back", "takes", "gives back");
    }

    @Test
    void whatIsRolledBackMakesNothingDead() {
        List<String> moves =
                borrowing.during(() -> {
                    QuarkusTransaction.begin();
                    change();
                    invalidations.afterCommit(TAGS);
                    QuarkusTransaction.setRollbackOnly();
                    invalidations.afterCommit(TAGS);
                    QuarkusTransaction.rollback();
                });

        assertThat(moves).containsExactly("takes", "gives back");
    }

    @Test
    void withoutATransactionThereIsNothingToWaitFor() {
        assertThatThrownBy(() -> invalidations.afterCommit(TAGS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("outside a transaction");
    }

    private void change() {
        try (Connection connection = primary.getConnection()) {
            connection.prepareStatement("DO 1").execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

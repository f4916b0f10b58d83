package com.rechain.dao.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetryBudgetTest {
    @Test
    void beginsWithItsReserve() {
        RetryBudget budget = new RetryBudget(0.1, 2);

        assertThat(budget.trySpend()).isTrue();
        assertThat(budget.trySpend()).isTrue();
        assertThat(budget.trySpend()).isFalse();
    }

    @Test
    void earnsOneRetryByTenRequests() {
        RetryBudget budget = new RetryBudget(0.1, 1);
        budget.trySpend();

        for (int i = 0; i < 9; i++) {
            budget.earn();
        }
        assertThat(budget.trySpend()).isFalse();
        budget.earn();
        assertThat(budget.trySpend()).isTrue();
    }

    @Test
    void savesNoMoreThanItsReserve() {
        RetryBudget budget = new RetryBudget(1, 2);
        for (int i = 0; i < 100; i++) {
            budget.earn();
        }

        assertThat(budget.trySpend()).isTrue();
        assertThat(budget.trySpend()).isTrue();
        assertThat(budget.trySpend()).isFalse();
    }
}

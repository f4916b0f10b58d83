package com.rechain.dao.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of the performance brief: each warning is a ticket, each critical value a page. */
class BriefTest {
    private final List<Rule> alerts = Rule.alerts();

    @ParameterizedTest
    @CsvSource({
        "DaoHealthCheckSlow, > 0.1, > 0.2",
        "DaoLoginSlow, > 0.5, > 1",
        "DaoProposalListSlow, > 0.6, > 1.2",
        "DaoVoteSlow, > 0.8, > 1.6",
        "DaoUploadSlow, > 5, > 10",
        "DaoManyDatabaseConnections, > 150, > 200",
        "DaoCpuBusy, > 0.8, > 0.9",
        "DaoMemoryFull, > 0.9, > 0.95",
        "DaoDiskBusy, > 0.9, > 0.95",
        "DaoNetworkBusy, > 0.8, > 0.9"
    })
    void tooMuchIsAnAlert(String alert, String warning, String critical) {
        assertThat(expression(alert, "ticket")).endsWith(warning);
        assertThat(expression(alert, "page")).endsWith(critical);
    }

    @ParameterizedTest
    @CsvSource({
        // Of 1000 requests a second and 5000 people: 500 and 100, 2500 and 500.
        "DaoFewRequests, < on () 0.5 *, < on () 0.1 *",
        "DaoFewUsers, < on () 0.5 *, < on () 0.1 *",
        "DaoFewCacheHits, < 0.8 and, < 0.7 and"
    })
    void tooLittleIsAnAlert(String alert, String warning, String critical) {
        assertThat(expression(alert, "ticket")).contains(warning);
        assertThat(expression(alert, "page")).contains(critical);
    }

    private String expression(String alert, String severity) {
        return alerts.stream()
                .filter(rule -> rule.name().equals(alert) && rule.severity().equals(severity))
                .findFirst()
                .orElseThrow()
                .expression();
    }
}

package com.rechain.dao.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertsTest {
    private final List<Rule> alerts = Rule.alerts();
    private final List<RuleCase> cases = RuleCase.all();

    @Test
    void everyAlertGoesToSomebody() {
        assertThat(alerts)
                .isNotEmpty()
                .allSatisfy(alert -> assertThat(alert.severity()).isIn("page", "ticket"));
    }

    @Test
    void everyAlertSaysWhatIsWrongInASentence() {
        assertThat(alerts)
                .allSatisfy(alert -> {
                    assertThat(alert.annotation("summary")).hasSizeBetween(10, 80);
                    assertThat(alert.annotation("description")).endsWith(".");
                });
    }

    @Test
    void everyAlertNamesARunbookThatIsThere() {
        assertThat(alerts)
                .allSatisfy(alert -> {
                    String runbook = alert.annotation("runbook");
                    assertThat(runbook).startsWith("docs/runbooks/").endsWith(".md");
                    assertThat(Folder.REPOSITORY.resolve(runbook)).matches(Files::isRegularFile);
                });
    }

    @Test
    void everyAlertHasACaseThatRaisesItAndOneThatDoesNot() {
        assertThat(alerts)
                .allSatisfy(alert -> {
                    assertThat(cases).anyMatch(test -> test.fires(alert));
                    assertThat(cases).anyMatch(test -> test.isQuiet(alert));
                });
    }

    @Test
    void everyCaseIsOfAnAlertThatIsThere() {
        assertThat(alerts)
                .extracting(Rule::name)
                .containsAll(cases.stream().map(RuleCase::alert).toList());
    }

    @Test
    void anAlertIsThereOncePerSeverity() {
        assertThat(alerts)
                .extracting(alert -> alert.name() + " " + alert.severity())
                .doesNotHaveDuplicates();
    }
}

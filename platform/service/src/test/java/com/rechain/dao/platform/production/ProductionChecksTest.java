package com.rechain.dao.platform.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.rechain.dao.platform.internal.InternalConfig;
import com.rechain.dao.platform.production.ProductionCheck.Finding;
import com.rechain.dao.platform.production.ProductionCheck.Severity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProductionChecksTest {
    @Test
    void aSeriousFindingStopsTheStart() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        ProductionChecks.report(List.of(Finding.warn("a"), Finding.stop("b"))));
    }

    @Test
    void otherFindingsDoNot() {
        assertThatCode(() -> ProductionChecks.report(List.of(Finding.warn("a"))))
                .doesNotThrowAnyException();
        assertThatCode(() -> ProductionChecks.report(List.of())).doesNotThrowAnyException();
    }

    @Test
    void anInternalSecretThatIsMissingOrShortIsSeriousAndNeverTold() {
        assertThat(findings(null)).extracting(Finding::severity).containsExactly(Severity.STOP);
        assertThat(findings("x".repeat(23)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).doesNotContain("xx"));
        assertThat(findings("x".repeat(24))).isEmpty();
    }

    private static List<Finding> findings(String secret) {
        InternalConfig config = () -> Optional.ofNullable(secret);
        return new InternalSecretCheck(config).findings();
    }
}

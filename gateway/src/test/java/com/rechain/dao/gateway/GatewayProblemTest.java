package com.rechain.dao.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GatewayProblemTest {
    @ParameterizedTest
    @EnumSource
    void eachIsAProblemDocumentWithItsOwnCode(GatewayProblem kind) {
        Problem problem = kind.with("Why.").inTrace("abc");

        assertThat(kind.status()).isBetween(400, 599);
        assertThat(kind.title()).isNotBlank().doesNotEndWith(".");
        assertThat(new String(problem.toJson(), StandardCharsets.UTF_8))
                .contains(
                        "\"type\":\"urn:rechain-dao:problem:" + kind.code() + "\"",
                        "\"status\":" + kind.status(),
                        "\"detail\":\"Why.\"",
                        "\"traceId\":\"abc\"");
    }

    @Test
    void codesAreUnique() {
        assertThat(GatewayProblem.values())
                .extracting(GatewayProblem::code)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void aCodeThatServicesHaveTooMeansTheSameThere(GatewayProblem kind) {
        Arrays.stream(PlatformProblem.values())
                .filter(shared -> shared.code().equals(kind.code()))
                .forEach(shared -> {
                    assertThat(kind.status()).isEqualTo(shared.status());
                    assertThat(kind.title()).isEqualTo(shared.title());
                });
    }
}

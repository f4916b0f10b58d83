package com.rechain.dao.voting;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.platform.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VotingProblemTest {
    @ParameterizedTest
    @EnumSource
    void everyProblemHasAStableCodeAndAClientErrorStatus(VotingProblem kind) {
        Problem problem = kind.with("detail");

        assertThat(problem.code()).matches("[a-z]+(-[a-z]+)*");
        assertThat(problem.type()).hasToString("urn:rechain-dao:problem:" + problem.code());
        assertThat(problem.status()).isBetween(400, 499);
        assertThat(problem.title()).isNotBlank();
    }
}

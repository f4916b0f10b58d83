package com.rechain.dao.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.Problem;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UserProblemTest {
    @ParameterizedTest
    @EnumSource
    void everyProblemIsACallersFaultWithACodeAndATitle(UserProblem type) {
        Problem problem = type.with("Why.");

        assertThat(problem.status()).isBetween(400, 499);
        assertThat(problem.code()).matches("[a-z]+(-[a-z]+)*");
        assertThat(problem.type()).hasToString("urn:rechain-dao:problem:" + problem.code());
        assertThat(problem.title()).isNotBlank().doesNotEndWith(".");
    }

    @Test
    void noCodeIsAlsoOneOfThePlatforms() {
        assertThat(Arrays.stream(UserProblem.values()).map(UserProblem::code))
                .doesNotContainAnyElementsOf(
                        Arrays.stream(PlatformProblem.values())
                                .map(PlatformProblem::code)
                                .toList());
    }
}

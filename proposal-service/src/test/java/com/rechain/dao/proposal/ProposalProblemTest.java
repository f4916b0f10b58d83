package com.rechain.dao.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.platform.problem.PlatformProblem;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProposalProblemTest {
    @Test
    void theCatalogueIsWhatClientsWereTold() {
        Map<String, Integer> catalogue =
                Arrays.stream(ProposalProblem.values())
                        .collect(Collectors.toMap(ProposalProblem::code, ProposalProblem::status));

        assertThat(catalogue)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "schedule-passed",
                                409,
                                "proposal-threshold",
                                403,
                                "too-many-proposals",
                                409,
                                "own-proposal",
                                403,
                                "default-rules-unfit",
                                409,
                                "predecessor-unknown",
                                409,
                                "execution-under-way",
                                409,
                                "action-not-open",
                                409,
                                "membership-unknown",
                                503));
    }

    @Test
    void everyProblemIsWholeAndHasACodeOfItsOwn() {
        for (ProposalProblem problem : ProposalProblem.values()) {
            var occurrence = problem.with("Something happened.");
            assertThat(occurrence.status()).isEqualTo(problem.status()).isBetween(400, 599);
            assertThat(occurrence.title()).isNotBlank();
            assertThat(occurrence.type()).hasToString("urn:rechain-dao:problem:" + problem.code());
            assertThat(Arrays.stream(PlatformProblem.values()).map(PlatformProblem::code))
                    .doesNotContain(problem.code());
        }
    }
}

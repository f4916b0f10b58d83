package com.rechain.dao.proposal;

import com.rechain.dao.platform.production.ProductionCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** A vote nobody has time to notice decides nothing that people would accept. */
@ApplicationScoped
public class VotingPeriodCheck implements ProductionCheck {
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private final ProposalConfig config;

    VotingPeriodCheck(ProposalConfig config) {
        this.config = config;
    }

    @Override
    public List<Finding> findings() {
        return config.minVotingPeriod().compareTo(SHORTEST) < 0
                ? List.of(
                        Finding.warn(
                                "dao.proposal.min-voting-period ("
                                        + config.minVotingPeriod()
                                        + ") is shorter than a minute: votes may be over before anybody sees them"))
                : List.of();
    }
}

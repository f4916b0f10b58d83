package com.rechain.dao.platform.production;

import com.rechain.dao.platform.internal.InternalConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Internal calls need a secret that nobody can guess. */
@ApplicationScoped
public class InternalSecretCheck implements ProductionCheck {
    private static final int SHORTEST = 24;

    private final InternalConfig config;

    InternalSecretCheck(InternalConfig config) {
        this.config = config;
    }

    @Override
    public List<Finding> findings() {
        int length = config.secret().map(String::length).orElse(0);
        return length >= SHORTEST
                ? List.of()
                : List.of(
                        Finding.stop(
                                "dao.internal.secret (DAO_INTERNAL_SECRET) must have at least "
                                        + SHORTEST
                                        + " characters"));
    }
}

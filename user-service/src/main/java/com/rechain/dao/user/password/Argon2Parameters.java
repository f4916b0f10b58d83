package com.rechain.dao.user.password;

/** The cost of an Argon2id hash. Two hashes made with equal parameters take equal work to check. */
public record Argon2Parameters(int memoryKib, int iterations, int parallelism) {
    /**
     * Whether this is at least the second of the choices that OWASP calls equal: 19 MiB, 2 passes,
     * 1 lane.
     */
    public boolean isStrongEnough() {
        return memoryKib >= 19_456 && iterations >= 2 && parallelism >= 1;
    }

    static Argon2Parameters of(PasswordConfig config) {
        return new Argon2Parameters(config.memoryKib(), config.iterations(), config.parallelism());
    }
}

package com.rechain.dao.user.security;

import com.rechain.dao.platform.production.ProductionCheck;
import com.rechain.dao.user.password.Argon2Parameters;
import com.rechain.dao.user.password.PasswordConfig;
import com.rechain.dao.user.session.SessionConfig;
import com.rechain.dao.user.token.TokenConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Keys that others know, and hashes that are cheap to guess, must not reach production. */
@ApplicationScoped
public class CredentialsCheck implements ProductionCheck {
    // Thirty-two bytes of the same value are what examples and development use.
    private static final int FEWEST_DIFFERENT_CHARACTERS = 8;
    // A verifier fetches the key set every half a minute.
    private static final Duration SHORTEST_PREPUBLISH = Duration.ofMinutes(1);

    private final TokenConfig tokens;
    private final PasswordConfig passwords;
    private final SessionConfig sessions;

    CredentialsCheck(TokenConfig tokens, PasswordConfig passwords, SessionConfig sessions) {
        this.tokens = tokens;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (tokens.keyEncryptionKey().chars().distinct().count() < FEWEST_DIFFERENT_CHARACTERS) {
            findings.add(
                    Finding.stop(
                            "dao.tokens.key-encryption-key (DAO_TOKENS_KEY_ENCRYPTION_KEY) must be 32 random bytes"));
        }
        if (tokens.prepublish().compareTo(SHORTEST_PREPUBLISH) < 0) {
            findings.add(
                    Finding.warn(
                            "dao.tokens.prepublish is shorter than verifiers may take to notice a key"));
        }
        Argon2Parameters parameters =
                new Argon2Parameters(
                        passwords.memoryKib(), passwords.iterations(), passwords.parallelism());
        if (!parameters.isStrongEnough()) {
            findings.add(
                    Finding.warn(
                            "dao.passwords makes hashes weaker than 19 MiB, 2 passes: "
                                    + parameters));
        }
        if (!sessions.secureCookie()) {
            findings.add(
                    Finding.warn(
                            "dao.sessions.secure-cookie is off: refresh tokens travel over plain HTTP"));
        }
        return List.copyOf(findings);
    }
}

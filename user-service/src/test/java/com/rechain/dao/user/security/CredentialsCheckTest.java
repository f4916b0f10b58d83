package com.rechain.dao.user.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.platform.production.ProductionCheck.Finding;
import com.rechain.dao.platform.production.ProductionCheck.Severity;
import com.rechain.dao.user.login.LoginConfig;
import com.rechain.dao.user.password.PasswordConfig;
import com.rechain.dao.user.session.SessionConfig;
import com.rechain.dao.user.token.TokenConfig;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CredentialsCheckTest {
    private static final String RANDOM = "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=";

    @Test
    void goodSettingsPass() {
        assertThat(findings(Map.of("dao.tokens.key-encryption-key", RANDOM))).isEmpty();
    }

    @Test
    void aKeyThatIsNoneStopsTheService() {
        assertThat(
                        findings(
                                Map.of(
                                        "dao.tokens.key-encryption-key",
                                        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.STOP))
                .satisfies(finding ->
                        assertThat(finding.message()).contains("DAO_TOKENS_KEY_ENCRYPTION_KEY"));
    }

    @Test
    void weakHashesAndOpenCookiesAreWarnedOf() {
        List<Finding> findings =
                findings(
                        Map.of(
                                "dao.tokens.key-encryption-key", RANDOM,
                                "dao.tokens.prepublish", "PT10S",
                                "dao.passwords.memory-kib", "4096",
                                "dao.sessions.secure-cookie", "false"));

        assertThat(findings).hasSize(3).allMatch(finding -> finding.severity() == Severity.WARN);
    }

    @Test
    void theDefaultsAreThoseOfTheDesign() {
        SmallRyeConfig config = config(Map.of("dao.tokens.key-encryption-key", RANDOM));

        TokenConfig tokens = config.getConfigMapping(TokenConfig.class);
        assertThat(tokens.lifetime()).isEqualTo(Duration.ofMinutes(10));
        assertThat(tokens.rotationPeriod()).isEqualTo(Duration.ofDays(30));
        assertThat(tokens.keyBits()).isEqualTo(2048);
        PasswordConfig passwords = config.getConfigMapping(PasswordConfig.class);
        assertThat(passwords.memoryKib()).isEqualTo(19_456);
        assertThat(passwords.iterations()).isEqualTo(2);
        assertThat(passwords.parallelism()).isEqualTo(1);
        assertThat(passwords.permits()).isEmpty();
        SessionConfig sessions = config.getConfigMapping(SessionConfig.class);
        assertThat(sessions.secureCookie()).isTrue();
        assertThat(sessions.grace()).isEqualTo(Duration.ofSeconds(10));
        assertThat(sessions.absolute()).isGreaterThan(sessions.idle());
        LoginConfig login = config.getConfigMapping(LoginConfig.class);
        assertThat(login.perAccount()).isLessThanOrEqualTo(100);
        assertThat(login.window()).isEqualTo(Duration.ofMinutes(15));
    }

    private static List<Finding> findings(Map<String, String> settings) {
        SmallRyeConfig config = config(settings);
        return new CredentialsCheck(
                        config.getConfigMapping(TokenConfig.class),
                        config.getConfigMapping(PasswordConfig.class),
                        config.getConfigMapping(SessionConfig.class))
                .findings();
    }

    private static SmallRyeConfig config(Map<String, String> settings) {
        SmallRyeConfigBuilder builder =
                new SmallRyeConfigBuilder()
                        .withMapping(TokenConfig.class)
                        .withMapping(PasswordConfig.class)
                        .withMapping(SessionConfig.class)
                        .withMapping(LoginConfig.class);
        settings.forEach(builder::withDefaultValue);
        return builder.build();
    }
}

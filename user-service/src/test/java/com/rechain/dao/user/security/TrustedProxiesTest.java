package com.rechain.dao.user.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Quarkus takes for a name what is no range, asks the DNS for it with every request, and has the
 * request wait: up to five seconds where the DNS is slow.
 */
class TrustedProxiesTest {
    private static final Pattern DEFAULT = Pattern.compile("\\$\\{DAO_TRUSTED_PROXIES:(.+)}");

    @Test
    void proxiesAreRangesSoThatNoRequestWaitsForANameToBeFound() throws IOException {
        Properties properties = new Properties();
        try (InputStream file = getClass().getResourceAsStream("/application.properties")) {
            properties.load(new InputStreamReader(file, UTF_8));
        }
        Matcher proxies =
                DEFAULT.matcher(properties.getProperty("quarkus.http.proxy.trusted-proxies"));

        assertThat(proxies.matches()).isTrue();
        assertThat(proxies.group(1).split(",")).allMatch(proxy -> proxy.matches("\\S+/\\d+"));
    }
}

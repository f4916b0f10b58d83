package com.rechain.dao.platform.security;

import static com.rechain.dao.platform.security.Forge.KEY_ID;
import static com.rechain.dao.platform.security.Forge.NOW;
import static com.rechain.dao.platform.security.Forge.valid;
import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.platform.security.TokenVerdict.Accepted;
import com.rechain.dao.platform.security.TokenVerdict.Refused;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {
    private final Map<String, PublicKey> published =
            new HashMap<>(Map.of(KEY_ID, TestKeys.OURS.getPublic()));
    private Instant now = NOW;
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final AccessTokenVerifier verifier =
            new AccessTokenVerifier(new TestKeys(published), clock, 100);
    private final String token = valid().signed();

    @Test
    void aTokenProvesTheSameAgain() {
        TokenVerdict first = verifier.verify(token);

        assertThat(first).isInstanceOf(Accepted.class);
        assertThat(verifier.verify(token)).isEqualTo(first);
        assertThat(((Accepted) verifier.verify(token)).token())
                .isSameAs(((Accepted) verifier.verify(token)).token());
    }

    @Test
    void anotherSignatureOverTheSameIsAnotherToken() {
        verifier.verify(token);

        assertThat(verifier.verify(valid().signed("SHA256withRSA", TestKeys.THEIRS.getPrivate())))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whatHasExpiredIsRefusedThoughItWasGenuine() {
        verifier.verify(token);

        now = NOW.plusSeconds(600).plus(AccessTokenVerifier.LEEWAY).plusSeconds(1);

        assertThat(verifier.verify(token)).isInstanceOf(Refused.class);
    }

    @Test
    void aWithdrawnKeyTakesItsTokensWithIt() {
        verifier.verify(token);

        published.remove(KEY_ID);
        published.put("another", TestKeys.THEIRS.getPublic());

        assertThat(verifier.verify(token)).isInstanceOf(Refused.class);
    }

    @Test
    void aKeyThatIsAnotherNowTakesTheTokensOfTheFirstWithIt() {
        verifier.verify(token);

        published.put(KEY_ID, TestKeys.THEIRS.getPublic());

        assertThat(verifier.verify(token)).isInstanceOf(Refused.class);
    }

    @Test
    void aRefusedTokenIsNotRemembered() {
        String early = valid().claim("nbf", NOW.getEpochSecond() + 120).signed();
        assertThat(verifier.verify(early)).isInstanceOf(Refused.class);

        now = NOW.plusSeconds(120);

        assertThat(verifier.verify(early)).isInstanceOf(Accepted.class);
    }
}

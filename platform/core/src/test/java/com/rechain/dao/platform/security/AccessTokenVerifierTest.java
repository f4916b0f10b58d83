package com.rechain.dao.platform.security;

import static com.rechain.dao.platform.security.Forge.KEY_ID;
import static com.rechain.dao.platform.security.Forge.NOW;
import static com.rechain.dao.platform.security.Forge.valid;
import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.platform.security.TokenVerdict.Accepted;
import com.rechain.dao.platform.security.TokenVerdict.NoKeys;
import com.rechain.dao.platform.security.TokenVerdict.Refused;
import java.security.KeyPair;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jose4j.jwk.Use;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenVerifierTest {
    private static final long NOW_SECONDS = NOW.getEpochSecond();
    private static final KeyPair WEAK = TestKeys.rsa(1024);
    private static final AccessTokenVerifier VERIFIER =
            verifier(
                    new TestKeys(
                            Map.of(KEY_ID, TestKeys.OURS.getPublic(), "weak", WEAK.getPublic())));

    @Test
    void aGenuineTokenNamesItsUserAndSession() {
        assertThat(VERIFIER.verify(valid().signed()))
                .isEqualTo(
                        new Accepted(
                                new VerifiedToken(
                                        UUID.fromString(Forge.USER),
                                        "ada",
                                        UUID.fromString(Forge.SESSION),
                                        NOW.plusSeconds(600))));
    }

    static Stream<Arguments> acceptedTokens() {
        return Stream.of(
                Arguments.of("expired within the leeway", valid().claim("exp", NOW_SECONDS - 29)),
                Arguments.of("in force within the leeway", valid().claim("nbf", NOW_SECONDS + 29)),
                Arguments.of(
                        "for us among others",
                        valid().claim("aud", List.of("x", "rechain-dao-api"))),
                Arguments.of(
                        "with the long form of the type",
                        valid().header("typ", "application/at+jwt")),
                Arguments.of("with claims that mean nothing here", valid().claim("scope", "all")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void acceptedTokens(String what, Forge token) {
        assertThat(VERIFIER.verify(token.signed())).isInstanceOf(Accepted.class);
    }

    static Stream<Arguments> tokensWithAWrongClaim() {
        return Stream.of(
                Arguments.of("expired beyond the leeway", valid().claim("exp", NOW_SECONDS - 31)),
                Arguments.of("never expiring", valid().claim("exp", null)),
                Arguments.of("expiring at a text", valid().claim("exp", "tomorrow")),
                Arguments.of("expiring beyond all times", valid().claim("exp", 1e300)),
                Arguments.of(
                        "expiring beyond all milliseconds", valid().claim("exp", Long.MAX_VALUE)),
                Arguments.of("not yet in force", valid().claim("nbf", NOW_SECONDS + 31)),
                Arguments.of("never issued", valid().claim("iat", null)),
                Arguments.of("by somebody else", valid().claim("iss", "https://evil.example")),
                Arguments.of("by nobody", valid().claim("iss", null)),
                Arguments.of("by us with a slash", valid().claim("iss", "https://rechain-dao/")),
                Arguments.of("for somebody else", valid().claim("aud", "other-api")),
                Arguments.of("for nobody", valid().claim("aud", null)),
                Arguments.of("for an empty list", valid().claim("aud", List.of())),
                Arguments.of("an id token", valid().header("typ", "JWT")),
                Arguments.of("of no type", valid().header("typ", null)),
                Arguments.of("about nobody", valid().claim("sub", null)),
                Arguments.of("about no UUID", valid().claim("sub", "ada")),
                Arguments.of("about a lax UUID", valid().claim("sub", "1-1-1-1-1")),
                Arguments.of(
                        "about a lax UUID as long as one",
                        valid().claim("sub", "+1890a5d-ac96-774b-bcce-b302099a8057")),
                Arguments.of(
                        "about an upper-case UUID", valid().claim("sub", Forge.USER.toUpperCase())),
                Arguments.of("about a number", valid().claim("sub", 17)),
                Arguments.of("of no session", valid().claim("sid", null)),
                Arguments.of("of a session that is no UUID", valid().claim("sid", "x")),
                Arguments.of("of a list of sessions", valid().claim("sid", List.of(Forge.SESSION))),
                Arguments.of("of no handle", valid().claim("preferred_username", null)),
                Arguments.of("of a blank handle", valid().claim("preferred_username", " ")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void tokensWithAWrongClaim(String what, Forge token) {
        assertThat(VERIFIER.verify(token.signed())).isInstanceOf(Refused.class);
    }

    static Stream<Arguments> forgedTokens() {
        KeyPair theirs = TestKeys.THEIRS;
        KeyPair curve = TestKeys.generate("EC", 256);
        byte[] publicKey = TestKeys.OURS.getPublic().getEncoded();
        String jwk = TestKeys.jwk(KEY_ID, Use.SIGNATURE, theirs);
        String good = valid().signed();
        return Stream.of(
                Arguments.of("alg none", valid().header("alg", "none").unsigned()),
                Arguments.of("alg None", valid().header("alg", "None").unsigned()),
                Arguments.of("no alg", valid().header("alg", null).unsigned()),
                Arguments.of("alg none, signed", valid().header("alg", "none").signed()),
                Arguments.of(
                        "HS256 with the public key as the secret",
                        valid().header("alg", "HS256").authenticatedWith(publicKey)),
                Arguments.of(
                        "RS512",
                        valid().header("alg", "RS512")
                                .signed("SHA512withRSA", TestKeys.OURS.getPrivate())),
                Arguments.of("RS256 that is PS256", valid().header("alg", "PS256").signed()),
                Arguments.of(
                        "ES256",
                        valid().header("alg", "ES256")
                                .signed("SHA256withECDSA", curve.getPrivate())),
                Arguments.of(
                        "RS256 by another key",
                        valid().signed("SHA256withRSA", theirs.getPrivate())),
                Arguments.of(
                        "a key under its address",
                        valid().header("jku", "http://127.0.0.1:1/")
                                .header("kid", "x")
                                .signed("SHA256withRSA", theirs.getPrivate())),
                Arguments.of(
                        "a key that it carries",
                        valid().header("jwk", Map.of("kty", "RSA", "key", jwk))
                                .signed("SHA256withRSA", theirs.getPrivate())),
                Arguments.of(
                        "a certificate's address",
                        valid().header("x5u", "http://127.0.0.1:1/")
                                .signed("SHA256withRSA", theirs.getPrivate())),
                Arguments.of(
                        "a certificate that it carries",
                        valid().header("x5c", List.of("MIIB"))
                                .signed("SHA256withRSA", theirs.getPrivate())),
                Arguments.of(
                        "a key too short to trust",
                        valid().header("kid", "weak").signed("SHA256withRSA", WEAK.getPrivate())),
                Arguments.of(
                        "an unknown extension that is critical",
                        valid().header("crit", List.of("x")).header("x", 1).signed()),
                Arguments.of("an unknown key", valid().header("kid", "key-2").signed()),
                Arguments.of("a file for a key", valid().header("kid", "../../dev/null").signed()),
                Arguments.of("SQL for a key", valid().header("kid", "' OR 1=1 --").signed()),
                Arguments.of("a number for a key", valid().header("kid", 1).signed()),
                Arguments.of("no key", valid().header("kid", null).signed()),
                Arguments.of("a claim twice", valid().signedOver(twice("sub"))),
                Arguments.of("claims that are no object", valid().signedOver("[]")),
                Arguments.of("claims that are no JSON", valid().signedOver("{")),
                Arguments.of(
                        "claims nested without end",
                        valid().signedOver("{\"a\":" + "[".repeat(2_000))),
                Arguments.of("an encrypted form", "a.b.c.d.e"),
                Arguments.of("a changed payload", changedPayload(good)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void forgedTokens(String what, String token) {
        assertThat(VERIFIER.verify(token)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {".", "..", "=", "==", "!", " ", "\n", "\t", "é", "\u0000", ".x", "AAAA"})
    void aGenuineTokenWithSomethingAfterItIsAnotherToken(String garbage) {
        assertThat(VERIFIER.verify(valid().signed() + garbage)).isInstanceOf(Refused.class);
    }

    @Test
    void aGenuineTokenWithSomethingBeforeOrWithinIsAnotherToken() {
        String token = valid().signed();

        assertThat(VERIFIER.verify(" " + token)).isInstanceOf(Refused.class);
        assertThat(VERIFIER.verify(token.replaceFirst("\\.", ".\n"))).isInstanceOf(Refused.class);
    }

    @Test
    void aSignatureCanBeWrittenInOneWayOnly() {
        String token = valid().signed();
        // 256 bytes leave four bits of the last character unused.
        char last = token.charAt(token.length() - 1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        char other = alphabet.charAt(alphabet.indexOf(last) + 1);

        assertThat(VERIFIER.verify(token.substring(0, token.length() - 1) + other))
                .isEqualTo(new Refused("not a compact JWS"));
    }

    @Test
    void noPartOfATokenIsAToken() {
        String token = valid().signed();

        for (int length = 0; length < token.length(); length += 7) {
            assertThat(VERIFIER.verify(token.substring(0, length))).isInstanceOf(Refused.class);
        }
    }

    @Test
    void anOversizedTokenIsNotEvenLookedAt() {
        String token = valid().claim("padding", "x".repeat(4_096)).signed();

        assertThat(VERIFIER.verify(token)).isEqualTo(new Refused("longer than 4096 characters"));
    }

    @Test
    void withoutKeysNobodyCanTell() {
        AccessTokenVerifier keyless = verifier(new TestKeys(Map.of()));

        assertThat(keyless.verify(valid().signed())).isEqualTo(new NoKeys());
    }

    private static AccessTokenVerifier verifier(VerificationKeys keys) {
        return new AccessTokenVerifier(keys, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static String twice(String claim) {
        String json = valid().claimsJson();
        return "{\"%s\":\"%s\",".formatted(claim, Forge.SESSION) + json.substring(1);
    }

    private static String changedPayload(String token) {
        String[] parts = token.split("\\.");
        String other = Forge.base64(valid().claim("preferred_username", "eve").claimsJson());
        return parts[0] + "." + other + "." + parts[2];
    }
}

package com.rechain.dao.user.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {
    private static final List<String> ADA =
            List.of("ada.lovelace@example.org", "ada_lovelace", "Ada Lovelace");

    private final PasswordPolicy policy = new PasswordPolicy();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tea with the difference engine",
                "correct horse battery staple",
                "               x               y",
                "ich trinke gern Kräutertee",
                "パスワードではない長い文字列です",
                "🐙🦑🦐🦞🦀🐡🐠🐟🐬🐳🐋🦈🐊🐅🐆",
                "4827-1093-5561-7420",
                "lovelace was a fine programmer"
            })
    void aLongPasswordOfAnyCharactersIsTaken(String password) {
        assertThat(policy.flawOf(password, ADA)).isEmpty();
    }

    @Test
    void fifteenCharactersAreTheFewestAnd128TheMost() {
        String text = "kj4 vq9 zw1 xp7 ";

        assertThat(policy.flawOf(text.substring(0, 14), ADA)).contains(PasswordFlaw.TOO_SHORT);
        assertThat(policy.flawOf(text.substring(0, 15), ADA)).isEmpty();
        assertThat(policy.flawOf("tea and 0ther thing? " + "y".repeat(107), ADA)).isEmpty();
        assertThat(policy.flawOf("tea and 0ther thing? " + "y".repeat(108), ADA))
                .contains(PasswordFlaw.TOO_LONG);
    }

    @Test
    void charactersAreCountedNotTheirHalves() {
        assertThat(policy.flawOf("🐙🦑🦐🦞🦀🐡🐠🐟🐬🐳🐋🦈🐊🐅", ADA))
                .contains(PasswordFlaw.TOO_SHORT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordpassword",
                "PasswordPassword1!",
                "password1234567",
                "123password4567890",
                "letmein!!!!!!!!!!",
                "aaaaaaaaaaaaaaaa",
                "abababababababab",
                "abcdefghijklmnop",
                "1234567890123456",
                "0987654321098765",
                "qwertyuiopasdfgh",
                "1qaz2wsx3edc4rfv",
                "iloveyouiloveyouiloveyou",
                "                    ",
                "dragondragondragon99"
            })
    void aCommonPasswordMadeLongerIsRefused(String password) {
        assertThat(policy.flawOf(password, ADA)).contains(PasswordFlaw.COMMON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada.lovelace@example.org",
                "AdaLovelace2026!",
                "ada_lovelace_ada_lovelace",
                "rechain-dao-2026",
                "RechainDAO!RechainDAO"
            })
    void aPasswordOutOfKnownNamesIsRefused(String password) {
        assertThat(policy.flawOf(password, ADA)).contains(PasswordFlaw.ABOUT_YOU);
    }

    @Test
    void halfASurrogatePairIsRefused() {
        assertThat(policy.flawOf("tea with the \ud800 engine", ADA))
                .contains(PasswordFlaw.ILL_FORMED);
    }

    @Test
    void theListHasThirtyThousandPasswords() {
        assertThat(CommonPasswords.load().size()).isGreaterThan(29_000);
    }
}

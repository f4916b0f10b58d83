package com.rechain.dao.user.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalisationTest {
    @ParameterizedTest
    @CsvSource({
        "ADA, ada",
        "Straße, strasse",
        "STRASSE, strasse",
        "ﬁne, fine",
        "Ａｄａ, ada",
        "ΟΔΟΣ, οδος",
        "K, k"
    })
    void textThatPeopleCallTheSameFoldsToTheSame(String written, String folded) {
        assertThat(CaseFolding.fold(written)).isEqualTo(CaseFolding.fold(folded));
        assertThat(CaseFolding.fold(CaseFolding.fold(written)))
                .isEqualTo(CaseFolding.fold(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.org",
                "Ada.King+dao@Example.ORG",
                "用户@例子.广告",
                "o'hara@a.b.example"
            })
    void anAddressIsTaken(String text) {
        assertThat(EmailAddress.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "ada@",
                "@example.org",
                "ada@example",
                "a da@example.org",
                "ada@@example.org",
                "ada@example..org",
                "ada@-example.org",
                "ada\n@example.org",
                "<ada@example.org>",
                "ada@example.org\u0000"
            })
    void whatIsNoAddressIsNotTaken(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }

    @Test
    void anAddressOf254CharactersIsTheLongest() {
        String domain = ".example.org";
        String label = "a".repeat(60);
        String longest =
                "x".repeat(254 - 1 - 3 * 61 - domain.length() + 1 - 1)
                        + "@"
                        + label
                        + "."
                        + label
                        + "."
                        + label
                        + domain;

        assertThat(longest).hasSizeLessThanOrEqualTo(254);
        assertThat(EmailAddress.parse(longest)).isPresent();
        assertThat(EmailAddress.parse("y".repeat(255 - longest.length()) + longest)).isEmpty();
    }

    @Test
    void aVeryLongAddressIsRefusedQuickly() {
        assertThat(EmailAddress.parse("a@" + "a.".repeat(50_000) + "!")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Ada_99, ada_99", "ＡＤＡ, ada", "a-b, a-b"})
    void aHandleIsFolded(String written, String handle) {
        assertThat(Handle.parse(written)).contains(new Handle(handle));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ab",
                "a b c",
                "ädä",
                "ada!",
                "аdа",
                "deleted-1234",
                "abcdefghijklmnopqrstuvwxyz0123456"
            })
    void whatIsNoHandleIsNotTaken(String text) {
        assertThat(Handle.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "-abc", "abc-", "a_b", "01890a5d-ac96-774b-bcce-b302099a8057"})
    void whatIsNoSlugIsNotTaken(String text) {
        assertThat(Slug.parse(text)).isEmpty();
    }

    @Test
    void halfASurrogatePairIsNoText() {
        assertThat(WellFormed.isUnicode("a\ud800b")).isFalse();
        assertThat(WellFormed.isUnicode("a\ud83d\ude00b")).isTrue();
        assertThat(WellFormed.isPlain("safe\u202Etxt")).isFalse();
    }
}

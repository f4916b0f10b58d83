package com.rechain.dao.proposal.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTermsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "roof|+roof*",
                "Harbour Library|+harbour* +library*",
                "the roof of the library|+roof* +library*",
                "roof ROOF Roof|+roof*",
                "+roof -library|+roof* +library*",
                "\"exact phrase\" ~no >up <down (group) wild*|+exact* +phrase* +down* +group* +wild*",
                "don't|+don*",
                "a_b@3|+a* +b* +3*",
                "Straße über Öl|+straße* +über*",
                "the|+the*",
                "AI|+ai*",
                "図書館 予算|+図書館*",
            })
    void onlyWordsPassAndEachIsDemanded(String typed, String expression) {
        assertThat(SearchTerms.expression(typed)).contains(expression);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "+-*\"()~<>@", "…", "\u0000"})
    void withoutAWordThereIsNothingToLookFor(String typed) {
        assertThat(SearchTerms.expression(typed)).isEmpty();
    }

    @Test
    void thereAreAtMostTenTerms() {
        String many = "one1 two2 three3 four4 five5 six6 seven7 eight8 nine9 ten10 eleven11";

        assertThat(SearchTerms.expression(many).orElseThrow().split(" ")).hasSize(10);
    }

    @Test
    void aWordLongerThanTheIndexKeepsIsCut() {
        assertThat(SearchTerms.expression("x".repeat(100))).contains("+" + "x".repeat(84) + "*");
    }
}

package com.rechain.dao.proposal.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Turns what somebody typed into an expression of MySQL's boolean full-text mode that every word
 * must match, the beginning of a word being enough. Nothing typed can act as an operator: only
 * letters and digits pass.
 */
final class SearchTerms {
    /** The longest text that is looked at. */
    static final int MAX_LENGTH = 200;

    private static final int MAX_TERMS = 10;
    // InnoDB indexes words of 3 to 84 characters (innodb_ft_min_token_size,
    // innodb_ft_max_token_size).
    private static final int SHORTEST_INDEXED = 3;
    private static final int LONGEST_INDEXED = 84;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    // INFORMATION_SCHEMA.INNODB_FT_DEFAULT_STOPWORD: never indexed, so that demanding one would
    // find nothing.
    private static final Set<String> STOPWORDS =
            Set.of(
                    "about", "are", "com", "for", "from", "how", "that", "the", "this", "und",
                    "was", "what", "when", "where", "who", "will", "with", "www");

    private SearchTerms() {}

    /** The expression for {@code text}; empty when it has no word at all. */
    static Optional<String> expression(String text) {
        List<String> words = words(text);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        List<String> indexed = words.stream().filter(SearchTerms::isIndexed).toList();
        // With nothing but short or common words, the beginnings of longer ones are the best there
        // is.
        List<String> terms = indexed.isEmpty() ? words : indexed;
        return Optional.of(
                terms.stream()
                        .limit(MAX_TERMS)
                        .map(term -> "+" + term + "*")
                        .collect(Collectors.joining(" ")));
    }

    private static List<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            String word = matcher.group();
            words.add(word.length() > LONGEST_INDEXED ? word.substring(0, LONGEST_INDEXED) : word);
        }
        return new ArrayList<>(words);
    }

    private static boolean isIndexed(String word) {
        return word.codePointCount(0, word.length()) >= SHORTEST_INDEXED
                && !STOPWORDS.contains(word);
    }
}

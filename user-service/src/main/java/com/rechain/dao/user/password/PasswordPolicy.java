package com.rechain.dao.user.password;

import com.rechain.dao.user.text.CaseFolding;
import com.rechain.dao.user.text.WellFormed;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides what a password may be, after NIST SP 800-63B-4: long, any characters, none of the
 * well-known ones, and nothing about what it must be composed of.
 */
@Singleton
public class PasswordPolicy {
    public static final int MIN_LENGTH = 15;
    public static final int MAX_LENGTH = 128;

    private static final List<String> PRODUCT_WORDS =
            List.of("rechain dao", "rechain-dao", "rechaindao", "rechain");
    private static final int SHORTEST_CONTEXT_WORD = 3;
    // A context word may be part of a password; what is left must still be hard to guess.
    private static final int OWN_CHARACTERS = 8;

    private final CommonPasswords common = CommonPasswords.load();

    /**
     * The first flaw of {@code password} for somebody who goes by {@code names}, or empty when it
     * has none.
     */
    public Optional<PasswordFlaw> flawOf(String password, Collection<String> names) {
        int characters = password.codePointCount(0, password.length());
        if (characters < MIN_LENGTH) {
            return Optional.of(PasswordFlaw.TOO_SHORT);
        }
        if (characters > MAX_LENGTH) {
            return Optional.of(PasswordFlaw.TOO_LONG);
        }
        if (!WellFormed.isUnicode(password)) {
            return Optional.of(PasswordFlaw.ILL_FORMED);
        }
        String folded = CaseFolding.fold(password);
        if (common.contains(folded)) {
            return Optional.of(PasswordFlaw.COMMON);
        }
        return isAboutContext(folded, names)
                ? Optional.of(PasswordFlaw.ABOUT_YOU)
                : Optional.empty();
    }

    private boolean isAboutContext(String folded, Collection<String> names) {
        String rest = folded;
        for (String word : contextWords(names)) {
            rest = rest.replace(word, "");
        }
        return rest.length() < folded.length()
                && Repetition.unit(Padding.strip(rest)).length() < OWN_CHARACTERS;
    }

    /** All names and the parts of them, longest first, so that a part does not spoil the whole. */
    private static List<String> contextWords(Collection<String> names) {
        return Stream.concat(names.stream().map(CaseFolding::fold), PRODUCT_WORDS.stream())
                .flatMap(name ->
                        Stream.concat(Stream.of(name), Stream.of(name.split("[^\\p{L}\\p{N}]+"))))
                .filter(word -> word.length() >= SHORTEST_CONTEXT_WORD)
                .distinct()
                .sorted((a, b) -> Integer.compare(b.length(), a.length()))
                .toList();
    }
}

package com.rechain.dao.user.password;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.rechain.dao.user.text.CaseFolding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;

/**
 * The 30,000 passwords that occur most often in leaked collections (the list of the zxcvbn
 * library), and the simple ways in which people make a short one longer.
 */
public final class CommonPasswords {
    // Shorter entries, repeated or padded, could be part of anything.
    private static final int SHORTEST_CORE = 3;

    private final Set<String> words;

    private CommonPasswords(Set<String> words) {
        this.words = words;
    }

    /** Reads the list from the class path. */
    public static CommonPasswords load() {
        try {
            Set<String> words = new HashSet<>();
            StandardDictionaries.PASSWORDS_LOADER
                    .load()
                    .getFrequencies()
                    .forEach(word -> words.add(CaseFolding.fold(word)));
            return new CommonPasswords(words);
        } catch (IOException e) {
            throw new UncheckedIOException("the list of common passwords cannot be read", e);
        }
    }

    /** How many there are. */
    public int size() {
        return words.size();
    }

    /**
     * Whether the folded {@code password} is a common one, one repeated, one padded with digits and
     * punctuation, or a run like {@code 1234567890} or {@code abcdefgh}.
     */
    public boolean contains(String password) {
        String core = Padding.strip(password);
        return words.contains(password)
                || Repetition.isRun(password)
                || Repetition.isRun(core)
                || isCommonCore(Repetition.unit(password))
                || isCommonCore(Padding.strip(Repetition.unit(password)))
                || isCommonCore(core)
                || isCommonCore(Repetition.unit(core));
    }

    private boolean isCommonCore(String core) {
        return !core.isEmpty() && (core.length() < SHORTEST_CORE || words.contains(core));
    }
}

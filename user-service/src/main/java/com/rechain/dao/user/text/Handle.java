package com.rechain.dao.user.text;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The short unique name of a person, folded so that nobody can take another's in other letters.
 *
 * @param text 3 to 32 characters out of {@code a-z 0-9 _ -}
 */
public record Handle(String text) {
    /** What the handles of closed accounts begin with; nobody may choose it. */
    public static final String CLOSED_PREFIX = "deleted-";

    private static final Pattern FORM = Pattern.compile("[a-z0-9_-]{3,32}");

    /** The handle that {@code text} folds to, or empty where it is none. */
    public static Optional<Handle> parse(String text) {
        if (text.length() > 64) {
            return Optional.empty();
        }
        String folded = CaseFolding.fold(text);
        return FORM.matcher(folded).matches() && !folded.startsWith(CLOSED_PREFIX)
                ? Optional.of(new Handle(folded))
                : Optional.empty();
    }
}

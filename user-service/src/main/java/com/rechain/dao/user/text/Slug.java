package com.rechain.dao.user.text;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a space in addresses. Never has the form of an id, so that an address means one
 * thing.
 *
 * @param text 3 to 48 characters out of {@code a-z 0-9 -}, no hyphen first or last
 */
public record Slug(String text) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{1,46}[a-z0-9]");
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** The slug that {@code text} folds to, or empty where it is none. */
    public static Optional<Slug> parse(String text) {
        if (text.length() > 96) {
            return Optional.empty();
        }
        String folded = CaseFolding.fold(text);
        return FORM.matcher(folded).matches() && !ID.matcher(folded).matches()
                ? Optional.of(new Slug(folded))
                : Optional.empty();
    }
}

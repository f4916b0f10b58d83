package com.rechain.dao.user.text;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address that has the form of one.
 *
 * @param text as its owner wrote it
 * @param key as it is compared: two accounts never share one
 */
public record EmailAddress(String text, String key) {
    /** The longest address a mail path can carry (RFC 5321, erratum 1690). */
    public static final int MAX_LENGTH = 254;

    // Looser than the grammar, which allows what no mail system accepts; bounded, so that it cannot
    // run away.
    private static final Pattern FORM =
            Pattern.compile(
                    "[^\\s@\\p{Cntrl}\"(),:;<>\\[\\\\\\]]{1,64}"
                            + "@[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}-]{0,62}(\\.[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}-]{0,62}){1,8}");

    /** The address in {@code text}, or empty where it cannot be one. */
    public static Optional<EmailAddress> parse(String text) {
        String key = CaseFolding.fold(text);
        boolean fits = text.length() <= MAX_LENGTH && key.length() <= MAX_LENGTH;
        return fits && WellFormed.isPlain(text) && FORM.matcher(key).matches()
                ? Optional.of(new EmailAddress(text, key))
                : Optional.empty();
    }
}

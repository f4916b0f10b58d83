package com.rechain.dao.user.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/**
 * Brings text that people would call the same to the same characters: Unicode compatibility form
 * (NFKC) with the difference between upper and lower case removed.
 */
public final class CaseFolding {
    private CaseFolding() {}

    /** {@code text} as it is compared. Folding twice gives what folding once gave. */
    public static String fold(String text) {
        // Upper before lower case, so that ß and SS, ς and σ meet; normalised again, as casing may
        // undo it.
        String lower =
                Normalizer.normalize(text, Form.NFKC)
                        .toUpperCase(Locale.ROOT)
                        .toLowerCase(Locale.ROOT);
        return Normalizer.normalize(lower, Form.NFKC);
    }
}

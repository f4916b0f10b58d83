package com.rechain.dao.user.text;

/** Tells text that can be stored and shown as it is from text that cannot. */
public final class WellFormed {
    private WellFormed() {}

    /** Whether {@code text} is valid Unicode: half a surrogate pair has no UTF-8 form. */
    public static boolean isUnicode(String text) {
        return text.codePoints()
                .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** Whether {@code text} is one line of valid Unicode without control characters. */
    public static boolean isPlain(String text) {
        return isUnicode(text) && text.codePoints().noneMatch(WellFormed::isHidden);
    }

    /**
     * Whether {@code text} is valid Unicode without control characters other than line breaks and
     * tabs.
     */
    public static boolean isPlainLines(String text) {
        return isUnicode(text)
                && text.codePoints()
                        .noneMatch(c -> c != '\n' && c != '\r' && c != '\t' && isHidden(c));
    }

    /** Control characters, and those that turn the direction of the text around them. */
    private static boolean isHidden(int codePoint) {
        return Character.isISOControl(codePoint)
                || (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }
}

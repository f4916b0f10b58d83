package com.rechain.dao.user.password;

/**
 * What people put before and after a word so that it counts as a password: digits, signs and
 * spaces.
 */
final class Padding {
    private Padding() {}

    /** {@code text} without the padding at both ends; empty when there is nothing else. */
    static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end
                && !Character.isLetter(text.charAt(start))
                && isNarrow(text.charAt(start))) {
            start++;
        }
        while (end > start
                && !Character.isLetter(text.charAt(end - 1))
                && isNarrow(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Only ASCII is padding: a row of pictographs is somebody's own choice. */
    private static boolean isNarrow(char c) {
        return c < 128;
    }
}

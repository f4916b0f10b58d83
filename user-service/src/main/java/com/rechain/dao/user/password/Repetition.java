package com.rechain.dao.user.password;

import java.util.List;

/** Finds the little there is in text that goes on and on. */
final class Repetition {
    private static final List<String> ROWS =
            List.of(
                    "abcdefghijklmnopqrstuvwxyz",
                    "0123456789",
                    "qwertyuiopasdfghjklzxcvbnm",
                    "qwertzuiopasdfghjklyxcvbnm",
                    "azertyuiopqsdfghjklmwxcvbn",
                    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p");

    private Repetition() {}

    /** The shortest text that gives {@code text} when repeated, the last time perhaps in part. */
    static String unit(String text) {
        // The prefix function of Knuth, Morris and Pratt: the length of the longest border.
        int[] border = new int[text.length()];
        for (int i = 1, k = 0; i < text.length(); i++) {
            while (k > 0 && text.charAt(i) != text.charAt(k)) {
                k = border[k - 1];
            }
            k += text.charAt(i) == text.charAt(k) ? 1 : 0;
            border[i] = k;
        }
        int period = text.length() - (text.isEmpty() ? 0 : border[text.length() - 1]);
        return period * 2 <= text.length() ? text.substring(0, period) : text;
    }

    /**
     * Whether {@code text} only walks along the alphabet, the digits or a keyboard, forth or back,
     * round and round.
     */
    static boolean isRun(String text) {
        String backwards = new StringBuilder(text).reverse().toString();
        return ROWS.stream().anyMatch(row -> walks(row, text) || walks(row, backwards));
    }

    private static boolean walks(String row, String text) {
        return text.length() > 3 && row.repeat(text.length() / row.length() + 2).contains(text);
    }
}

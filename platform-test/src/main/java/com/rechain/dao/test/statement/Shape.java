package com.rechain.dao.test.statement;

import java.util.regex.Pattern;

/** What makes two statements the same one: lists of any length are one, spaces do not count. */
public final class Shape {
    private static final Pattern LIST = Pattern.compile("\\( ?\\?(?: ?, ?\\?)* ?\\)");
    private static final Pattern ROWS = Pattern.compile("\\(\\?\\+\\)(?: ?, ?\\(\\?\\+\\))+");
    private static final Pattern OR =
            Pattern.compile("(\\((?:[^()]|\\([^()]*\\))*\\))(?: OR \\1)+");

    private Shape() {}

    /** The shape of a statement. */
    public static String of(String sql) {
        String text = sql.replaceAll("\\s+", " ").strip();
        text = LIST.matcher(text).replaceAll("(?+)");
        text = ROWS.matcher(text).replaceAll("(?+)");
        return OR.matcher(text).replaceAll("$1");
    }
}

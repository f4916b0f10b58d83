package com.rechain.dao.observability;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A PromQL expression, taken apart just far enough to tell which metrics it asks for: what is left
 * once texts, labels, ranges and functions are gone.
 */
record Expression(String text) {
    private static final Pattern NOISE =
            Pattern.compile(
                    "\"[^\"]*\"|\\{[^}]*\\}|\\[[^\\]]*\\]"
                            + "|\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)"
                            + "|\\boffset\\s+\\w+|#.*");
    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
    private static final Pattern NAME =
            Pattern.compile("(?<![\\w:.$])[a-zA-Z_][\\w:]*(?!\\w*\\s*\\()");
    private static final Set<String> WORDS =
            Set.of(
                    "and",
                    "or",
                    "unless",
                    "by",
                    "without",
                    "on",
                    "ignoring",
                    "bool",
                    "group_left",
                    "group_right",
                    "offset",
                    "inf",
                    "nan");

    Set<String> metrics() {
        String withoutTexts = TEXT.matcher(text).replaceAll("");
        Matcher matcher = NAME.matcher(NOISE.matcher(withoutTexts).replaceAll(" "));
        Set<String> names = new TreeSet<>();
        while (matcher.find()) {
            if (!WORDS.contains(matcher.group())) {
                names.add(matcher.group());
            }
        }
        return names;
    }
}

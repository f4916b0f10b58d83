package com.rechain.dao.test.statement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text of SQL that stands in compiled code, whether anything has ever issued it or not: a whole
 * statement, or a part that is put together with others. SQL of ours has its words in capitals;
 * what has not is Hibernate's own language.
 *
 * @param site the class it is in
 * @param text as it stands there, on one line
 */
public record WrittenSql(String site, String text) {

    private static final Pattern STATEMENT =
            Pattern.compile(
                    "[\\s\u0001]*(SELECT|INSERT|UPDATE|DELETE|REPLACE)\\b[ (\n].*", Pattern.DOTALL);
    private static final Pattern PART =
            Pattern.compile(
                    "[\\s\u0001,]*(AND|OR|FROM|((LEFT|INNER|STRAIGHT) )?JOIN|ON|SET|VALUES|WHERE|(GROUP|ORDER) BY|HAVING|LIMIT"
                            + "|UNION|FOR UPDATE|LOCK IN|FORCE INDEX|ON DUPLICATE KEY)\\b[ (\n].*",
                    Pattern.DOTALL);

    /**
     * What stands for another text, in what the compiler puts together (U+0001) or in a format; for
     * a percent sign; and for a parameter.
     */
    private static final Pattern HOLE =
            Pattern.compile("(\u0001|%(?:\\d\\$)?[sd])|(%%)|(:[a-zA-Z]\\w*|\\?\\d+)");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** All of it in the classes below a folder. */
    public static List<WrittenSql> in(Path classes) {
        try (Stream<Path> files = Files.walk(classes)) {
            List<WrittenSql> all = new ArrayList<>();
            for (Path file : files.filter(file -> file.toString().endsWith(".class")).toList()) {
                String site =
                        classes.relativize(file).toString().replaceAll("(\\$.*)?\\.class$", "");
                texts(file)
                        .filter(text ->
                                STATEMENT.matcher(text).matches() || PART.matcher(text).matches())
                        .map(text -> new WrittenSql(site.replace('/', '.'), onOneLine(text)))
                        .distinct()
                        .forEach(all::add);
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a statement begins here. */
    public boolean isStatement() {
        return STATEMENT.matcher(text).matches();
    }

    /** Whether a statement that was issued has this in it. */
    public boolean isPartOf(String sql) {
        return pattern().matcher(onOneLine(sql)).find();
    }

    private Pattern pattern() {
        StringBuilder pattern = new StringBuilder();
        int end = 0;
        for (Matcher hole = HOLE.matcher(text); hole.find(); end = hole.end()) {
            pattern.append(Pattern.quote(text.substring(end, hole.start())));
            if (hole.group(1) != null) {
                pattern.append(".*");
            } else {
                pattern.append(hole.group(2) != null ? "%" : "\\?");
            }
        }
        return Pattern.compile(pattern.append(Pattern.quote(text.substring(end))).toString());
    }

    private static Stream<String> texts(Path file) throws IOException {
        List<String> texts = new ArrayList<>();
        ClassFile.of()
                .parse(file)
                .constantPool()
                .forEach(entry -> {
                    if (entry instanceof StringEntry string) {
                        texts.add(string.stringValue());
                    }
                });
        return texts.stream();
    }

    private static String onOneLine(String text) {
        return SPACES.matcher(text).replaceAll(" ").strip();
    }
}

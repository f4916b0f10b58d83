package com.rechain.dao.test.statement;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mysql.cj.BindValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The statements seen by this JVM, each shape once, as lines of {@code target/statements.jsonl}.
 * What a test itself asks for is none of the service's: the innermost class of ours on the stack
 * decides.
 */
final class Statements {
    private static final Path FILE = Path.of("target", "statements.jsonl");
    private static final Pattern ROWS =
            Pattern.compile(
                    "(?i)^\\s*(?:select|insert|update|delete|replace)\\b.*", Pattern.DOTALL);
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();
    // A batch of a thousand rows is the statement of one row, and too long for patterns.
    private static final int LONGEST = 20_000;
    private static final String OURS = "com.rechain.dao.";
    // What every statement of a service goes through says nothing of where it is from.
    private static final Pattern HANDS =
            Pattern.compile("com\\.rechain\\.dao\\.\\w+\\.(database|sql)\\..*");
    private static final StackWalker STACK = StackWalker.getInstance();

    private static boolean begun;

    private Statements() {}

    static void seen(String whole, BindValue... all) {
        String sql = StatementText.first(whole);
        if (sql.length() > LONGEST) {
            return;
        }
        // Of a batch that the driver made one text of, the first statement stands for all.
        BindValue[] parameters =
                sql.length() == whole.length()
                        ? all
                        : Arrays.copyOf(all, (int) sql.chars().filter(c -> c == '?').count());
        String shape = Shape.of(sql);
        if (!ROWS.matcher(sql).matches() || SEEN.contains(shape)) {
            return;
        }
        Optional<String> site = site();
        if (site.filter(name -> !isTest(name)).isPresent() && SEEN.add(shape)) {
            write(line(sql, shape, site.get(), parameters));
        }
    }

    /** The class of ours that the statement is from. */
    private static Optional<String> site() {
        return STACK.walk(frames ->
                frames.map(StackWalker.StackFrame::getClassName)
                        .filter(name -> name.startsWith(OURS))
                        .filter(name -> !name.startsWith(OURS + "test.statement."))
                        .filter(name -> !name.startsWith(OURS + "platform.measure."))
                        .filter(name -> !HANDS.matcher(name).matches())
                        .map(name -> name.replaceAll("(_Subclass|_ClientProxy|\\$.*)$", ""))
                        .findFirst());
    }

    private static boolean isTest(String name) {
        return name.startsWith(OURS + "test.")
                || Files.exists(Path.of("target/test-classes", name.replace('.', '/') + ".class"));
    }

    private static String line(String sql, String shape, String site, BindValue... parameters) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("shape", shape);
        line.put("site", site.substring(OURS.length()));
        line.put("sql", sql.replaceAll("\\s+", " ").strip());
        ArrayNode values = line.putArray("parameters");
        for (BindValue parameter : parameters) {
            values.add(value(parameter));
        }
        return line + "\n";
    }

    /** Of ids and hashes only the length: they mean nothing elsewhere. */
    private static String value(BindValue parameter) {
        return switch (parameter.isNull() ? null : parameter.getValue()) {
            case null -> "null";
            case byte[] bytes -> "bytes:" + bytes.length;
            case Boolean flag -> "number:" + (flag ? 1 : 0);
            case Number number -> "number:" + number;
            case String text -> "text:" + text;
            case Object _ -> "time";
        };
    }

    private static synchronized void write(String line) {
        try {
            Files.createDirectories(FILE.getParent());
            if (!begun) {
                // What an earlier build has seen counts no more.
                Files.deleteIfExists(FILE);
                begun = true;
            }
            Files.writeString(FILE, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

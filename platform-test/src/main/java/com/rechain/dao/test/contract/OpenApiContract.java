package com.rechain.dao.test.contract;

import com.rechain.dao.test.backing.DaoRoot;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Holds a service to {@code contracts/openapi/<service>.yaml}. With {@code
 * -Ddao.contracts.update=true} the file is written anew instead, for the reviewer to see what
 * changed.
 */
public final class OpenApiContract {
    /** Quarkus adds the address it happens to run at. */
    private static final Pattern SERVERS = Pattern.compile("(?m)^servers:\\R(?:[ -].*\\R)*");

    private OpenApiContract() {}

    /**
     * Compares what the service says of itself with the file.
     *
     * @param openApi address of its OpenAPI document in YAML, on the management port
     */
    public static void assertKept(String service, URI openApi) {
        assertKept(DaoRoot.path().resolve("contracts").resolve("openapi"), service, fetch(openApi));
    }

    static void assertKept(Path folder, String service, String document) {
        Path file = folder.resolve(service + ".yaml");
        String actual = SERVERS.matcher(document).replaceAll("");
        try {
            if (Boolean.getBoolean("dao.contracts.update")) {
                Files.createDirectories(folder);
                Files.writeString(file, actual);
            }
            String promised = Files.exists(file) ? Files.readString(file) : "";
            if (!promised.equals(actual)) {
                throw new AssertionError(difference(file, promised, actual));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String difference(Path file, String promised, String actual) {
        String[] before = promised.split("\n", -1);
        String[] after = actual.split("\n", -1);
        int line = 0;
        while (line < Math.min(before.length, after.length) && before[line].equals(after[line])) {
            line++;
        }
        return "%s is not what the service says of itself; first difference in line %d: <%s> is now <%s>. Run the test with -Ddao.contracts.update=true and review the change."
                .formatted(file, line + 1, at(before, line), at(after, line));
    }

    private static String at(String[] lines, int line) {
        return line < lines.length ? lines[line] : "end of file";
    }

    private static String fetch(URI address) {
        try (InputStream in = address.toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

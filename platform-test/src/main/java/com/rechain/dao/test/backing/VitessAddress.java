package com.rechain.dao.test.backing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a vtgate is that serves the voting schema, sharded: {@code host:port}, or a URL that may
 * name account and keyspace too ({@code mysql://root@127.0.0.1:33577/voting}).
 */
public record VitessAddress(String host, int port, String user, String password, String keyspace) {
    static final String VARIABLE = "VITESS_URL";
    private static final String DEFAULT = "mysql://root@127.0.0.1:33577/voting";
    private static final Pattern URL =
            Pattern.compile(
                    "(?:jdbc:)?(?:(?:mysql|vitess)://)?(?:(?<user>[^:@/]+)(?::(?<password>[^@/]*))?@)?"
                            + "(?<host>[^:@/]+):(?<port>\\d{1,5})(?:/(?<keyspace>\\w*))?(?:\\?.*)?");

    /** The one that {@code VITESS_URL} names, or a vtgate of this machine's own. */
    public static VitessAddress chosen() {
        String named = System.getenv(VARIABLE);
        return parse(named == null || named.isBlank() ? DEFAULT : named.strip());
    }

    static VitessAddress parse(String text) {
        Matcher url = URL.matcher(text);
        if (!url.matches()) {
            throw new IllegalArgumentException(
                    "%s is no address of a vtgate: %s (an example: %s)"
                            .formatted(VARIABLE, text, DEFAULT));
        }
        return new VitessAddress(
                url.group("host"),
                Integer.parseInt(url.group("port")),
                orElse(url.group("user"), "root"),
                orElse(url.group("password"), ""),
                orElse(url.group("keyspace"), "voting"));
    }

    /** For a look from outside, with nothing but account and keyspace. */
    public String jdbcUrl() {
        return "jdbc:mysql://%s:%d/%s?user=%s&password=%s&sslMode=DISABLED&allowPublicKeyRetrieval=true"
                .formatted(host, port, keyspace, user, password);
    }

    private static String orElse(String text, String other) {
        return text == null || text.isEmpty() ? other : text;
    }
}

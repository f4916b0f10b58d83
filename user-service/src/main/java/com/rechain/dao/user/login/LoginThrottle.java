package com.rechain.dao.user.login;

import com.github.benmanes.caffeine.cache.Ticker;
import com.rechain.dao.user.text.EmailAddress;
import com.rechain.dao.user.web.Client;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Slows down guessing. Every attempt counts as a failure until it turns out to be none, so that
 * many at once get no further than many in a row. Counted for all instances in Redis, in the
 * process while that is away (R7): never not at all. Addresses without an account are counted
 * alike.
 */
@ApplicationScoped
public class LoginThrottle {
    private final SharedAttempts shared;
    private final LocalAttempts local = new LocalAttempts(Ticker.systemTicker());
    private final LoginConfig config;

    LoginThrottle(SharedAttempts shared, LoginConfig config) {
        this.shared = shared;
        this.config = config;
    }

    private record Rule(String key, int limit) {}

    private record Rules(Rule pair, Rule account, Rule client) {
        List<Rule> all() {
            return List.of(pair, account, client);
        }
    }

    /**
     * Counts an attempt; answers how long to wait when it is one too many, and empty when it may go
     * on.
     */
    public Optional<Duration> attempt(EmailAddress who, Client client) {
        return rules(who, client).all().stream()
                .flatMap(rule -> excess(rule).stream())
                .max(Comparator.naturalOrder());
    }

    /**
     * Forgets the failures on the account before a successful attempt. The client's own only lose
     * this one: whoever has one account of their own must not wipe the slate with it.
     */
    public void succeeded(EmailAddress who, Client client) {
        Rules rules = rules(who, client);
        forget(rules.pair());
        forget(rules.account());
        takeBack(rules.client());
    }

    /** Takes back an attempt that was not judged at all. */
    public void undone(EmailAddress who, Client client) {
        rules(who, client).all().forEach(this::takeBack);
    }

    private void forget(Rule rule) {
        shared.forget(rule.key());
        local.forget(rule.key());
    }

    private void takeBack(Rule rule) {
        shared.takeBack(rule.key());
        local.takeBack(rule.key());
    }

    private Optional<Duration> excess(Rule rule) {
        AttemptCount count =
                shared.increment(rule.key(), config.window())
                        .orElseGet(() -> local.increment(rule.key(), config.window()));
        return count.attempts() > rule.limit() ? Optional.of(count.left()) : Optional.empty();
    }

    private Rules rules(EmailAddress who, Client client) {
        String account = hash(who.key());
        String from = hash(client.address());
        return new Rules(
                new Rule("pair:" + account + ":" + from, config.perAccountAndClient()),
                new Rule("account:" + account, config.perAccount()),
                new Rule("client:" + from, config.perClient()));
    }

    /** Redis need not know who signs in from where. */
    private static String hash(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

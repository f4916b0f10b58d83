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
import java.util.stream.IntStream;

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

        List<String> keys() {
            return all().stream().map(Rule::key).toList();
        }
    }

    /** An attempt that was counted, and where: only there it can be taken back. */
    public static final class Attempt {
        private final Rules rules;
        private final boolean isShared;
        private final List<AttemptCount> counts;

        private Attempt(Rules rules, boolean isShared, List<AttemptCount> counts) {
            this.rules = rules;
            this.isShared = isShared;
            this.counts = counts;
        }

        /** How long to wait when it is one too many; empty when it may go on. */
        public Optional<Duration> delay() {
            List<Rule> all = rules.all();
            return IntStream.range(0, all.size())
                    .filter(i -> counts.get(i).attempts() > all.get(i).limit())
                    .mapToObj(i -> counts.get(i).left())
                    .max(Comparator.naturalOrder());
        }
    }

    /** Counts an attempt. */
    public Attempt attempt(EmailAddress who, Client client) {
        Rules rules = rules(who, client);
        Duration window = config.window();
        return shared.increment(rules.keys(), window)
                .map(counts -> new Attempt(rules, true, counts))
                .orElseGet(() -> new Attempt(rules, false, countHere(rules.keys(), window)));
    }

    private List<AttemptCount> countHere(List<String> keys, Duration window) {
        return keys.stream().map(key -> local.increment(key, window)).toList();
    }

    /**
     * Forgets the failures on the account before a successful attempt. The client's own only lose
     * this one: whoever has one account of their own must not wipe the slate with it.
     */
    public void succeeded(Attempt attempt) {
        List<String> forgotten = List.of(attempt.rules.pair().key(), attempt.rules.account().key());
        List<String> client = List.of(attempt.rules.client().key());
        shared.succeeded(forgotten, attempt.isShared ? client : List.of());
        forgotten.forEach(local::forget);
        if (!attempt.isShared) {
            client.forEach(local::takeBack);
        }
    }

    /** Takes back an attempt that was not judged at all. */
    public void undone(Attempt attempt) {
        if (attempt.isShared) {
            shared.takeBack(attempt.rules.keys());
        } else {
            attempt.rules.keys().forEach(local::takeBack);
        }
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

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
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

    private record Rules(Rule pair, Rule account, Rule client) {
        List<Rule> all() {
            return List.of(pair, account, client);
        }

        List<String> keys() {
            return all().stream().map(Rule::key).toList();
        }
    }

    /** Who has counted an attempt; Redis may have, too, when its answer was lost. */
    private enum Counted {
        BY_REDIS,
        HERE_AND_PERHAPS_BY_REDIS,
        HERE
    }

    /** An attempt that was counted; it can be taken back. */
    public static final class Attempt {
        private final long number;
        private final Rules rules;
        private final Counted counted;
        private final List<AttemptCount> counts;

        private Attempt(long number, Rules rules, Counted counted, List<AttemptCount> counts) {
            this.number = number;
            this.rules = rules;
            this.counted = counted;
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

        private boolean isLocal() {
            return counted != Counted.BY_REDIS;
        }

        /** What Redis is to forget of it. */
        private Stream<Forgetting> under(List<String> keys) {
            return counted == Counted.HERE
                    ? Stream.empty()
                    : keys.stream().map(key -> Forgetting.one(key, number));
        }
    }

    /**
     * Counts an attempt. One too many by any rule counts by none: otherwise one client could use up
     * what all clients together may try on an account, and lock its owner out.
     */
    public Attempt attempt(EmailAddress who, Client client) {
        Attempt attempt = counted(rules(who, client), config.window());
        if (attempt.delay().isPresent()) {
            undone(attempt);
        }
        return attempt;
    }

    private Attempt counted(Rules rules, Duration window) {
        long number = ThreadLocalRandom.current().nextLong();
        Counted otherwise = shared.isPaused() ? Counted.HERE : Counted.HERE_AND_PERHAPS_BY_REDIS;
        return shared.add(number, rules.all(), window)
                .map(counts -> new Attempt(number, rules, Counted.BY_REDIS, counts))
                .orElseGet(() ->
                        new Attempt(number, rules, otherwise, countHere(rules.keys(), window)));
    }

    private List<AttemptCount> countHere(List<String> keys, Duration window) {
        return keys.stream().map(key -> local.increment(key, window)).toList();
    }

    /**
     * Forgets the failures on the account before a successful attempt. The client's own only lose
     * this one: whoever has one account of their own must not wipe the slate with it.
     */
    public void succeeded(Attempt attempt) {
        String pair = attempt.rules.pair().key();
        String account = attempt.rules.account().key();
        String client = attempt.rules.client().key();
        Stream<Forgetting> failures = Stream.of(Forgetting.all(pair), Forgetting.all(account));
        shared.forget(Stream.concat(failures, attempt.under(List.of(client))).toList());
        local.forget(pair);
        local.forget(account);
        if (attempt.isLocal()) {
            local.takeBack(client);
        }
    }

    /** Takes back an attempt that was not judged at all. */
    public void undone(Attempt attempt) {
        shared.forget(attempt.under(attempt.rules.keys()).toList());
        if (attempt.isLocal()) {
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

package com.rechain.dao.platform.cache;

import com.rechain.dao.platform.cache.CacheFigures.HotKey;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which keys all instances together read most, kept in Redis by spans of time so that what was hot
 * is forgotten; a new instance learns from it what to load.
 */
@ApplicationScoped
public class SharedHotKeys {
    private static final Duration SPAN = Duration.ofMinutes(10);
    private static final int MOST_SENT = 100;
    private static final int MOST_KEPT = 1_000;
    private static final String ADD =
            """
            for i = 3, #ARGV, 2 do redis.call('ZINCRBY', KEYS[1], ARGV[i], ARGV[i + 1]) end
            redis.call('ZREMRANGEBYRANK', KEYS[1], 0, -1 - tonumber(ARGV[2]))
            redis.call('PEXPIRE', KEYS[1], ARGV[1])
            return 1\
            """;

    private final RedisDoor redis;
    private final Clock clock;

    SharedHotKeys(RedisDoor redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /** Adds what this process has seen of the reads of {@code cache}. */
    void add(SlotKeys slots, String cache, Map<String, Long> reads) {
        if (reads.isEmpty()) {
            return;
        }
        Request request =
                Request.cmd(Command.EVAL)
                        .arg(ADD)
                        .arg(1)
                        .arg(slots.reads(cache, span()))
                        .arg(SPAN.multipliedBy(3).toMillis())
                        .arg(MOST_KEPT);
        reads.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST_SENT)
                .forEach(read -> request.arg(read.getValue()).arg(read.getKey()));
        redis.send(request);
    }

    /** The most-read keys of {@code cache} in the present span and the one before. */
    List<HotKey> most(SlotKeys slots, String cache, int limit) {
        Map<String, Long> reads = new HashMap<>();
        for (long span : new long[] {span(), span() - 1}) {
            Response ranked =
                    redis.send(
                            Request.cmd(Command.ZREVRANGE)
                                    .arg(slots.reads(cache, span))
                                    .arg(0)
                                    .arg(limit - 1)
                                    .arg("WITHSCORES"));
            merge(ranked == null ? List.of() : flat(ranked), reads);
        }
        return reads.entrySet().stream()
                .map(read -> new HotKey(read.getKey(), read.getValue()))
                .sorted(
                        Comparator.comparingLong(HotKey::reads)
                                .reversed()
                                .thenComparing(HotKey::key))
                .limit(limit)
                .toList();
    }

    private static void merge(List<String> ranked, Map<String, Long> reads) {
        for (int i = 0; i + 1 < ranked.size(); i += 2) {
            reads.merge(ranked.get(i), (long) Double.parseDouble(ranked.get(i + 1)), Long::sum);
        }
    }

    /** Keys and scores in turn: one protocol has them in pairs, the other in a row. */
    private static List<String> flat(Response ranked) {
        List<String> flat = new ArrayList<>();
        for (int i = 0; i < ranked.size(); i++) {
            Response item = ranked.get(i);
            if (item.type() == ResponseType.MULTI) {
                flat.addAll(flat(item));
            } else {
                flat.add(item.toString());
            }
        }
        return flat;
    }

    private long span() {
        return clock.millis() / SPAN.toMillis();
    }
}

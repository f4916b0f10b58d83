package com.rechain.dao.platform.cache;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * What a cache is: declared once, everything else follows.
 *
 * @param name in metrics, in the keys in Redis and for operators
 * @param keys what it is asked for
 * @param values what it holds and where
 * @param ttl how long an entry may live in a tier when its invalidation is lost; shortened by up to
 *     a tenth at random, so that entries made together do not expire together
 * @param negativeTtl the same for "there is no such thing"
 * @param maximumBytes what the process keeps at most; what is asked for often stays (W-TinyLFU)
 * @param tags of a key: what happens to one of them makes its entry dead. In Redis the entry lies
 *     in the slot of the first
 * @param edgeTags the kinds of tags that public answers made of this carry to the edge
 * @param loader where its values come from
 * @param oldWithoutPrimary whether, while the primary is away, readers get what the replica has if
 *     it shows all that they have seen, though something newer may have been invalidated
 * @param warmed how many of the most-read keys are loaded before anybody asks
 */
public record CacheSpec<K, V>(
        String name,
        Keys<K> keys,
        Values<V> values,
        Duration ttl,
        Duration negativeTtl,
        long maximumBytes,
        Function<K, List<String>> tags,
        Set<String> edgeTags,
        Loader<K, V> loader,
        boolean oldWithoutPrimary,
        int warmed) {

    /** Keys by what they mean, with their text and back. */
    public record Keys<K>(String meaning, Function<K, String> text, Function<String, K> parse) {}

    /**
     * Values by what they mean. With a codec all instances share them over Redis; without, each
     * process has its own, weighed by {@code bytes}.
     */
    public record Values<V>(String meaning, Optional<Codec<V>> codec, ToIntFunction<V> bytes) {}

    /** The declaration of a cache of that name. */
    public static <K, V> Builder<K, V> named(String name) {
        return new Builder<>(name);
    }

    /** Whether all instances share what one has loaded. */
    public boolean isShared() {
        return values.codec().isPresent();
    }

    /** How long {@code entry} may live, by chance up to a tenth shorter than others. */
    Duration lifetime(CacheEntry<V> entry) {
        Duration whole = entry.value() == null ? negativeTtl : ttl;
        return whole.minusMillis(ThreadLocalRandom.current().nextLong(whole.toMillis() / 10 + 1));
    }

    /** Collects a declaration. */
    @SuppressWarnings("NullAway.Init") // build() insists on each
    public static final class Builder<K, V> {
        private final String name;
        private Keys<K> keys;
        private Values<V> values;
        private Duration ttl;
        private Duration negativeTtl;
        private long maximumBytes;
        private Function<K, List<String>> tags;
        private Set<String> edgeTags = Set.of();
        private Loader<K, V> loader;
        private boolean oldWithoutPrimary;
        private int warmed;

        private Builder(String name) {
            this.name = name;
        }

        /** What it is asked for; {@code parse} reads what {@code toString} writes. */
        public Builder<K, V> keyedBy(String meaning, Function<String, K> parse) {
            keys = new Keys<>(meaning, Object::toString, parse);
            return this;
        }

        /** Values that all instances share. */
        public Builder<K, V> sharing(String meaning, Codec<V> codec) {
            values =
                    new Values<>(
                            meaning,
                            Optional.of(codec),
                            value -> codec.encode().apply(value).length);
            return this;
        }

        /** Values that each process has its own of, each of about {@code bytes}. */
        public Builder<K, V> holding(String meaning, int bytes) {
            values = new Values<>(meaning, Optional.empty(), _ -> bytes);
            return this;
        }

        public Builder<K, V> living(Duration longest) {
            ttl = longest;
            return this;
        }

        public Builder<K, V> absentFor(Duration longest) {
            negativeTtl = longest;
            return this;
        }

        public Builder<K, V> upTo(long bytes) {
            maximumBytes = bytes;
            return this;
        }

        /** The tags of a key, that which names its slot first. */
        public Builder<K, V> taggedBy(Function<K, List<String>> tagging) {
            tags = tagging;
            return this;
        }

        /** The kinds of tags whose invalidation the edge must hear of. */
        public Builder<K, V> purgingAtTheEdge(String... kinds) {
            edgeTags = Set.of(kinds);
            return this;
        }

        public Builder<K, V> loadedBy(Loader<K, V> source) {
            loader = source;
            return this;
        }

        /** Rather the replica's latest than no answer; not for what guards something. */
        public Builder<K, V> oldWithoutPrimary() {
            oldWithoutPrimary = true;
            return this;
        }

        /** Loads this many of the most-read keys at start and after a flush. */
        public Builder<K, V> warmed(int most) {
            warmed = most;
            return this;
        }

        public CacheSpec<K, V> build() {
            return new CacheSpec<>(
                    name,
                    Objects.requireNonNull(keys, "keyedBy"),
                    Objects.requireNonNull(values, "sharing or holding"),
                    Objects.requireNonNull(ttl, "living"),
                    Objects.requireNonNullElse(negativeTtl, ttl),
                    maximumBytes,
                    Objects.requireNonNull(tags, "taggedBy"),
                    edgeTags,
                    Objects.requireNonNull(loader, "loadedBy"),
                    oldWithoutPrimary,
                    warmed);
        }
    }
}

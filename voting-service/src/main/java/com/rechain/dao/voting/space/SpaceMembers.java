package com.rechain.dao.voting.space;

import com.rechain.dao.platform.cache.CacheRegistry;
import com.rechain.dao.platform.cache.CacheSpec;
import com.rechain.dao.platform.cache.Loader;
import com.rechain.dao.platform.cache.Tags;
import com.rechain.dao.platform.cache.TieredCache;
import com.rechain.dao.platform.replica.Versioned;
import com.rechain.dao.platform.time.Micros;
import com.rechain.dao.voting.space.Membership.Unknown;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who is a member of a space, known for a few seconds at a time. */
@Startup
@ApplicationScoped
public class SpaceMembers {
    private static final int BYTES = 128;
    private static final long MOST_BYTES = 16_000_000;

    private final TieredCache<Question, Membership> answers;
    private final UserServiceClient users;
    private final Clock clock;

    private record Question(UUID spaceId, UUID userId) {
        static Question parse(String text) {
            String[] ids = text.split(" ", 2);
            return new Question(UUID.fromString(ids[0]), UUID.fromString(ids[1]));
        }

        /** What {@link #parse} reads. */
        @Override
        public String toString() {
            return spaceId + " " + userId;
        }
    }

    SpaceMembers(CacheRegistry caches, UserServiceClient users, Clock clock) {
        this.users = users;
        this.clock = clock;
        answers =
                caches.create(
                        CacheSpec.<Question, Membership>named("space-members")
                                .keyedBy("a space's id and a user's", Question::parse)
                                .holding("whether one is a member of the other", BYTES)
                                .living(Duration.ofSeconds(5))
                                .upTo(MOST_BYTES)
                                .taggedBy(asked -> List.of(Tags.of("members", asked.spaceId())))
                                .loadedBy((asked, _) -> load(asked))
                                .build());
    }

    public Membership find(UUID spaceId, UUID userId) {
        return answers.get(new Question(spaceId, userId)).orElseThrow();
    }

    private Versioned<Optional<Membership>> load(Question asked) {
        long now = Micros.of(clock.instant());
        Membership answer = users.membership(asked.spaceId(), asked.userId());
        return new Versioned<>(
                answer instanceof Unknown ? Loader.NOT_TO_BE_KEPT : now, Optional.of(answer));
    }
}

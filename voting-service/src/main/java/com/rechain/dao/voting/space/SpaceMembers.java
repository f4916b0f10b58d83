package com.rechain.dao.voting.space;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.rechain.dao.voting.space.Membership.Unknown;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Who is a member of a space, known for a few seconds at a time. */
@ApplicationScoped
public class SpaceMembers {
    private final Cache<Question, Membership> answers =
            Caffeine.newBuilder()
                    .maximumSize(50_000)
                    .expireAfterWrite(Duration.ofSeconds(5))
                    .build();
    private final UserServiceClient users;

    private record Question(UUID spaceId, UUID userId) {}

    SpaceMembers(UserServiceClient users) {
        this.users = users;
    }

    public Membership find(UUID spaceId, UUID userId) {
        Question question = new Question(spaceId, userId);
        Membership cached = answers.getIfPresent(question);
        if (cached != null) {
            return cached;
        }
        Membership answer = users.membership(spaceId, userId);
        if (!(answer instanceof Unknown)) {
            answers.put(question, answer);
        }
        return answer;
    }
}

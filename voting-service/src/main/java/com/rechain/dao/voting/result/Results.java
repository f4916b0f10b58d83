package com.rechain.dao.voting.result;

import com.rechain.dao.platform.answer.AnswerCache;
import com.rechain.dao.platform.answer.AnswerCaches;
import com.rechain.dao.platform.answer.ReadyAnswer;
import com.rechain.dao.platform.cache.Tags;
import com.rechain.dao.platform.replica.Versioned;
import com.rechain.dao.voting.box.Box;
import com.rechain.dao.voting.box.Boxes;
import com.rechain.dao.voting.sql.Primary;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Certified results as ready bytes. Once there is one it never changes. */
@Startup
@ApplicationScoped
public class Results {
    private static final Duration TTL = Duration.ofMinutes(10);
    private static final Duration ABSENT_FOR = Duration.ofMillis(500);
    private static final long MOST_BYTES = 16L << 20;
    private static final int WARMED = 50;

    private final AnswerCache<Question> cache;
    private final AnswerCaches answers;
    private final Boxes boxes;
    private final Primary primary;

    private record Question(UUID proposalId, boolean explain) {
        static Question parse(String text) {
            String[] parts = text.split(" ", 2);
            return new Question(UUID.fromString(parts[0]), Boolean.parseBoolean(parts[1]));
        }

        /** What {@link #parse} reads. */
        @Override
        public String toString() {
            return proposalId + " " + explain;
        }
    }

    Results(AnswerCaches answers, Boxes boxes, Primary primary) {
        this.answers = answers;
        this.boxes = boxes;
        this.primary = primary;
        cache =
                answers.create(
                        AnswerCaches.<Question>named("results", "a certified result")
                                .keyedBy("a proposal's id, and whether explained", Question::parse)
                                .living(TTL)
                                .absentFor(ABSENT_FOR)
                                .upTo(MOST_BYTES)
                                .taggedBy(asked -> List.of(tag(asked.proposalId())))
                                .loadedBy(this::load)
                                .warmed(WARMED)
                                .build());
    }

    /** The tag of what shows the result of a proposal. */
    static String tag(UUID proposalId) {
        return Tags.of("result", proposalId);
    }

    /** The result of a vote; empty as long as there is none. */
    Optional<ReadyAnswer> find(UUID proposalId, boolean explain) {
        return cache.find(new Question(proposalId, explain));
    }

    private Versioned<Optional<ReadyAnswer>> load(Question asked, long required) {
        Versioned<Optional<ResultRow>> row =
                primary.readElseReplica(
                        required, connection -> ResultRows.find(connection, asked.proposalId()));
        Optional<UUID> space = boxes.find(asked.proposalId()).map(Box::spaceId);
        return new Versioned<>(
                row.version(),
                row.value()
                        .map(found -> ResultView.of(found, asked.explain()))
                        .map(view ->
                                answers.forEveryone(space.orElse(ReadyAnswer.EVERYWHERE), view)));
    }
}

package com.rechain.dao.user.space;

import com.rechain.dao.platform.answer.AnswerCache;
import com.rechain.dao.platform.answer.AnswerCaches;
import com.rechain.dao.platform.answer.ReadyAnswer;
import com.rechain.dao.platform.cache.Tags;
import com.rechain.dao.platform.paging.Page;
import com.rechain.dao.platform.paging.PageLimit;
import com.rechain.dao.platform.replica.Versioned;
import com.rechain.dao.user.web.EntityTag;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What everyone gets to see of spaces, as ready bytes: each that is not private, and the newest.
 */
@Startup
@ApplicationScoped
public class SpacePages {
    private static final Duration TTL = Duration.ofSeconds(30);
    private static final Duration ABSENT_FOR = Duration.ofSeconds(2);
    private static final long MOST_BYTES = 8L << 20;
    private static final int WARMED = 100;
    static final String LIST = "spaces";
    private static final String FIRST_PAGE = "newest";

    private final AnswerCache<SpaceKey> spaces;
    private final AnswerCache<String> lists;
    private final AnswerCaches answers;
    private final SpaceReads reads;

    SpacePages(AnswerCaches answers, SpaceReads reads) {
        this.answers = answers;
        this.reads = reads;
        spaces =
                answers.create(
                        AnswerCaches.<SpaceKey>named("spaces", "a space that is not private")
                                .keyedBy("its id or slug", SpaceKey::parse)
                                .living(TTL)
                                .absentFor(ABSENT_FOR)
                                .upTo(MOST_BYTES)
                                .taggedBy(key -> List.of(tag(key)))
                                .purgingAtTheEdge("space")
                                .loadedBy(this::load)
                                .warmed(WARMED)
                                .build());
        lists =
                answers.create(
                        AnswerCaches.<String>named("space-lists", "the newest public spaces")
                                .keyedBy("always " + FIRST_PAGE, text -> text)
                                .living(TTL)
                                .upTo(MOST_BYTES)
                                .taggedBy(_ -> List.of(LIST))
                                .purgingAtTheEdge(LIST)
                                .loadedBy((_, required) -> loadFirstPage(required))
                                .oldWithoutPrimary()
                                .warmed(1)
                                .build());
    }

    /** The tags of all that shows a space. */
    static List<String> tagsOf(SpaceView space) {
        return List.of(Tags.of("space", space.id()), Tags.of("space", space.slug()), LIST);
    }

    /** What an answer that shows a space carries to the edge. */
    static List<String> atTheEdge(ReadyAnswer space) {
        return List.of(Tags.of("space", space.scope()));
    }

    Optional<ReadyAnswer> open(SpaceKey key) {
        return key instanceof SpaceKey.Impossible() ? Optional.empty() : spaces.find(key);
    }

    ReadyAnswer firstPage() {
        return lists.find(FIRST_PAGE).orElseThrow();
    }

    private static String tag(SpaceKey key) {
        return Tags.of("space", key);
    }

    private Versioned<Optional<ReadyAnswer>> load(SpaceKey key, long required) {
        Versioned<Optional<SpaceView>> space = reads.open(key, required);
        return new Versioned<>(space.version(), space.value().map(this::answer));
    }

    private Versioned<Optional<ReadyAnswer>> loadFirstPage(long required) {
        Versioned<Page<SpaceView>> page = reads.list(required, PageLimit.DEFAULT, null);
        return new Versioned<>(
                page.version(),
                Optional.of(answers.forEveryone(ReadyAnswer.EVERYWHERE, page.value())));
    }

    private ReadyAnswer answer(SpaceView space) {
        return ReadyAnswer.plain(
                        ReadyAnswer.FOREVER,
                        space.id(),
                        new EntityTag(space.version()).header(),
                        answers.write(space))
                .compressed();
    }
}

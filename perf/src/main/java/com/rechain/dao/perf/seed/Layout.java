package com.rechain.dao.perf.seed;

import com.rechain.dao.perf.cli.UsageException;
import com.rechain.dao.perf.seed.Seeded.Stage;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * What is to be there, as a function of the sizes: space 0 has everybody and the largest proposal;
 * all others are small, hold a hundred proposals each and share the rest of the votes. Members are
 * neighbours, so that rows that belong together are written together.
 */
final class Layout {
    /** How many proposals a small space has. */
    static final int PER_SPACE = 100;

    /** Who belonged to a space long before its first proposal. */
    private static final int JOINED_DAYS_BEFORE = 120;

    private static final int FIRST_DAYS_BEFORE = 100;
    private static final Duration PUBLISHING = Duration.ofDays(90);
    private static final Duration VOTING_PERIOD = Duration.ofDays(3);
    private static final Duration OPEN_FOR = Duration.ofDays(30);
    private static final int HEAVIEST = 100;
    private static final int FEWEST_MEMBERS = 10;

    /** The shares of neighbouring proposals in the votes. */
    private static final int[] SHARES = {1, 2, 3, 2};

    private final SeedSize size;
    private final Chance chance;
    private final SeededIds ids;
    private final int members;
    private final int[] votes;

    Layout(SeedSize size) {
        this.size = size;
        chance = new Chance(size.seed());
        ids = new SeededIds(chance, size.at());
        votes = votes(size);
        members = members(size, votes);
    }

    SeedSize size() {
        return size;
    }

    Chance chance() {
        return chance;
    }

    SeededIds ids() {
        return ids;
    }

    int spaces() {
        return 1 + Math.ceilDiv(size.proposals() - 1, PER_SPACE);
    }

    /** How many belong to a space. */
    int members(int space) {
        return space == 0 ? size.users() : members;
    }

    /** How many of its members, the last ones, give their weight to others before all votes. */
    int delegators(int space) {
        return space % 10 == 1 ? members / 10 : 0;
    }

    /** The account of a member; ascending. */
    int account(int space, int member) {
        int most = size.users() - members + 1;
        return space == 0 ? member : (int) ((long) (space - 1) * members % most) + member;
    }

    UUID accountId(int space, int member) {
        return ids.account(account(space, member));
    }

    BigInteger weight(int space, int member) {
        return BigInteger.valueOf(1 + chance.below(HEAVIEST, space, account(space, member)));
    }

    Instant joinedAt() {
        return size.at().minus(JOINED_DAYS_BEFORE, ChronoUnit.DAYS);
    }

    Seeded proposal(int index) {
        int space = index == 0 ? 0 : 1 + (index - 1) / PER_SPACE;
        int number = index == 0 ? 1 : 1 + (index - 1) % PER_SPACE;
        Stage stage = stage(index);
        Instant published = publishedAt(index, stage);
        Instant start = startsAt(stage, published);
        return new Seeded(
                index,
                ids.proposal(index),
                space,
                ids.space(space),
                number,
                stage,
                Paper.of(index),
                published,
                start,
                endsAt(stage, start, index),
                votes[index]);
    }

    private static Stage stage(int index) {
        return switch (index % 20) {
            case 0 -> index == 0 ? Stage.OPEN : Stage.CANCELED;
            case 14, 15, 16, 17 -> Stage.OPEN;
            case 18 -> Stage.PENDING;
            case 19 -> Stage.DRAFT;
            default -> Stage.CLOSED;
        };
    }

    private Instant publishedAt(int index, Stage stage) {
        return switch (stage) {
            case CLOSED, CANCELED ->
                    size.at()
                            .minus(FIRST_DAYS_BEFORE, ChronoUnit.DAYS)
                            .plus(PUBLISHING.dividedBy(size.proposals()).multipliedBy(index))
                            .truncatedTo(ChronoUnit.MILLIS);
            case OPEN -> size.at().minus(3, ChronoUnit.DAYS).plusMillis(index);
            case PENDING, DRAFT -> size.at().minus(1, ChronoUnit.DAYS).plusMillis(index);
        };
    }

    private Instant startsAt(Stage stage, Instant published) {
        return switch (stage) {
            case CLOSED, CANCELED, OPEN -> published.plusSeconds(60);
            case PENDING, DRAFT -> published.plus(7, ChronoUnit.DAYS);
        };
    }

    private Instant endsAt(Stage stage, Instant start, int index) {
        return switch (stage) {
            case CLOSED, CANCELED -> start.plus(VOTING_PERIOD);
            case OPEN, PENDING, DRAFT -> size.at().plus(OPEN_FOR).plusMillis(index);
        };
    }

    private static int[] votes(SeedSize size) {
        int[] votes = new int[size.proposals()];
        votes[0] = size.largest();
        long rest = size.votes() - size.largest();
        long shares = 0;
        for (int i = 1; i < votes.length; i++) {
            shares += share(i);
        }
        long before = 0;
        for (int i = 1; i < votes.length; i++) {
            long after = before + share(i);
            // The product stays below 2^63: at most 5·10^7 votes and 3·10^6 shares.
            votes[i] = Math.toIntExact(rest * after / shares - rest * before / shares);
            before = after;
        }
        return votes;
    }

    private static int share(int index) {
        return stage(index).hasVotes() ? SHARES[index % SHARES.length] : 0;
    }

    /** Twice the most votes of a small space, so that nobody's turn-out is complete. */
    private static int members(SeedSize size, int[] votes) {
        int most = 0;
        for (int i = 1; i < votes.length; i++) {
            most = Math.max(most, votes[i]);
        }
        int members = Math.max(FEWEST_MEMBERS, Math.ceilDiv(most * 4, 3));
        if (members > size.users()) {
            throw new UsageException(
                    "%,d votes in %,d proposals need spaces of %,d members, and there are %,d users: ask for fewer votes, or more of them in the --largest."
                            .formatted(size.votes(), size.proposals(), members, size.users()));
        }
        return members;
    }
}

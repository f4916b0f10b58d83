package com.rechain.dao.proposal.search;

import com.rechain.dao.platform.answer.ReadyAnswer;
import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.platform.paging.Cursor;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.ProblemException;
import com.rechain.dao.proposal.proposal.ProposalState;
import com.rechain.dao.proposal.proposal.StatePredicate;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * The SQL of one page. The ids of the page come from an index that covers every condition; only
 * then are the page's own rows fetched. The order in which tables are read is ours: the planners
 * like to begin with all spaces, or with all proposals of a label, and to sort what that gives.
 */
final class ProposalListQuery {
    private static final String ROWS =
            "SELECT p.id, p.space_id, p.number, p.author_id, p.title, p.voting_system,"
                    + " p.labels, p.status, p.outcome, p.starts_at, p.ends_at, p.electorate_ready_at,"
                    + " p.challenge_ends_at, p.eta, p.expires_at, p.created_at,"
                    + " p.published_at, p.listed_at FROM (";
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final int CURSOR_PARTS = 3;

    /**
     * So many proposals of one label are sorted; of a label with more, the order finds a page
     * sooner.
     */
    private static final int SORTED = 1_000;

    private static final String IS_COMMON =
            "SELECT COUNT(*) FROM (SELECT 1 FROM proposal_label WHERE label = ? LIMIT %d) AS counted"
                    .formatted(SORTED + 1);

    private final ProposalFilter filter;
    private final Instant now;
    private final boolean labelFirst;
    private final StringBuilder joins = new StringBuilder();
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> joinParameters = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    private ProposalListQuery(ProposalFilter filter, Instant now, boolean labelFirst) {
        this.filter = filter;
        this.now = now;
        this.labelFirst = labelFirst;
        where();
    }

    /**
     * One row more than the limit of {@code filter}, so that a next page shows; states are those at
     * {@code now}.
     */
    static List<ProposalSummary> read(Connection connection, ProposalFilter filter, Instant now)
            throws SQLException {
        String label = filter.label();
        boolean labelFirst = label != null && !isCommon(connection, label);
        ProposalListQuery query = new ProposalListQuery(filter, now, labelFirst);
        try (PreparedStatement statement = connection.prepareStatement(query.sql())) {
            query.bind(statement);
            try (ResultSet rows = statement.executeQuery()) {
                List<ProposalSummary> summaries = new ArrayList<>();
                while (rows.next()) {
                    summaries.add(ProposalSummary.read(rows, now));
                }
                return summaries;
            }
        }
    }

    /** The cursor that continues after {@code last}. */
    static String cursorAfter(ProposalSummary last, ListSort sort) {
        Instant key =
                switch (sort) {
                    case NEWEST, OLDEST -> last.listedAt();
                    case ENDS_FIRST, ENDS_LAST -> last.endsAt();
                };
        return Cursor.encode(sort.name(), key, last.id());
    }

    private static boolean isCommon(Connection connection, String label) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(IS_COMMON)) {
            count.setString(1, label);
            try (ResultSet row = count.executeQuery()) {
                return row.next() && row.getInt(1) > SORTED;
            }
        }
    }

    private String sql() {
        return ROWS
                + "SELECT STRAIGHT_JOIN p.id FROM "
                + (labelFirst
                        ? "proposal_label l JOIN proposal p ON p.id = l.proposal_id"
                        : "proposal p")
                + joins
                + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions))
                + filter.sort().orderBy()
                + " LIMIT "
                + (filter.limit() + 1)
                + ") page JOIN proposal p ON p.id = page.id"
                + filter.sort().orderBy();
    }

    private void where() {
        if (filter.label() != null) {
            if (labelFirst) {
                and("l.label = ?", filter.label());
            } else {
                joins.append(" JOIN proposal_label l ON l.proposal_id = p.id AND l.label = ?");
                joinParameters.add(filter.label());
            }
        }
        if (filter.spaceId() != null) {
            and("p.space_id = ?", filter.spaceId());
        } else if (!filter.own()) {
            joins.append(
                    " JOIN space_reference s ON s.id = p.space_id AND s.visibility = 'PUBLIC'");
        }
        if (filter.authorId() != null) {
            and("p.author_id = ?", filter.authorId());
        }
        if (!filter.own()) {
            and("p.status <> ?", ProposalState.DRAFT.name());
        }
        if (filter.state() != null) {
            StatePredicate predicate = StatePredicate.of(filter.state(), now);
            and(predicate.sql(), predicate.parameters().toArray());
        }
        if (filter.expression() != null) {
            and("MATCH (p.title, p.body) AGAINST (? IN BOOLEAN MODE)", filter.expression());
        }
        if (filter.cursor() != null) {
            after(filter.cursor());
        }
    }

    private void after(String text) {
        Cursor cursor = Cursor.decode(text, CURSOR_PARTS);
        Instant key = cursor.instant(1);
        if (!cursor.text(0).equals(filter.sort().name())
                || key.isBefore(EARLIEST)
                || key.isAfter(ReadyAnswer.FOREVER)) {
            throw new ProblemException(
                    PlatformProblem.MALFORMED_REQUEST
                            .with("The cursor was not given out by this list.")
                            .because(
                                    "cursor",
                                    "form",
                                    "send the nextCursor of the page before, or none"));
        }
        and(filter.sort().after(), key, key, cursor.uuid(2));
    }

    private void and(String condition, Object... values) {
        conditions.add(condition);
        Collections.addAll(parameters, values);
    }

    private void bind(PreparedStatement statement) throws SQLException {
        List<Object> all = new ArrayList<>(joinParameters);
        all.addAll(parameters);
        for (int i = 0; i < all.size(); i++) {
            switch (all.get(i)) {
                case UUID id -> statement.setBytes(i + 1, Ids.toBytes(id));
                case Instant instant ->
                        statement.setObject(
                                i + 1, LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
                case Object text -> statement.setString(i + 1, text.toString());
            }
        }
    }
}

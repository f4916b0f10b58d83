package com.rechain.dao.perf.seed;

import com.rechain.dao.perf.seed.Rows.Sink;
import com.rechain.dao.perf.seed.SeededIds.Kind;
import com.rechain.dao.tally.power.Delegation;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * What user-service owns: accounts that all have the password of one real account, whose hash the
 * connection holds as {@code @secret}; spaces, members, weights and delegations.
 */
final class UserRows {
    /** Given after the largest vote has begun, so that it leaves that electorate alone. */
    private static final Duration LATE = Duration.ofHours(1);

    private static final int LATE_DELEGATES = 200;

    /** Of how many members of the space of all one gives weight away. */
    private static final int ONE_IN = 50;

    private final Layout layout;
    private final Sink sink;

    UserRows(Layout layout, Sink sink) {
        this.layout = layout;
        this.sink = sink;
    }

    void write() throws SQLException {
        accounts();
        spaces();
        members();
        delegations();
    }

    /** The handle of an account, which is its address's local part too. */
    static String handle(int account) {
        return "seed-%07d".formatted(account);
    }

    static String email(int account) {
        return handle(account) + "@seed.example";
    }

    static String slug(int space) {
        return space == 0 ? "seed-all" : "seed-%05d".formatted(space);
    }

    static String name(int space) {
        return space == 0 ? "Everybody" : "Seeded space %,d".formatted(space);
    }

    private void accounts() throws SQLException {
        Instant created = layout.joinedAt();
        try (Rows accounts =
                        new Rows(
                                sink,
                                "account",
                                "id, handle, display_name, email, email_key, email_verified_at, locale, time_zone, status, created_at, updated_at, version");
                Rows credentials =
                        new Rows(
                                        sink,
                                        "credential",
                                        "id, account_id, kind, issuer, subject, secret, created_at, updated_at, version")
                                .after(accounts)) {
            for (int i = 0; i < layout.size().users(); i++) {
                UUID id = layout.ids().account(i);
                accounts.row().id(id).text(handle(i)).text(Words.person(layout.chance(), i));
                accounts.text(email(i)).text(email(i)).time(created).nothing().nothing();
                accounts.text("ACTIVE").time(created).time(created).number(0).end();
                credentials.row().id(layout.ids().of(Kind.CREDENTIAL, i)).id(id);
                credentials.text("PASSWORD").text("").text(id.toString()).variable("secret");
                credentials.time(created).time(created).number(0).end();
            }
        }
    }

    private void spaces() throws SQLException {
        Instant founded = layout.joinedAt();
        try (Rows spaces =
                        new Rows(
                                sink,
                                "space",
                                "id, slug, name, about, visibility, status, created_by, created_at, updated_at, version");
                Rows rosters =
                        new Rows(sink, "roster", "space_id, settled_through").after(spaces)) {
            for (int space = 0; space < layout.spaces(); space++) {
                spaces.row().id(layout.ids().space(space)).text(slug(space)).text(name(space));
                spaces.text("Made to be looked at in numbers.").text("PUBLIC").text("ACTIVE");
                spaces.id(layout.accountId(space, 0)).time(founded).time(founded).number(0).end();
                // Everything up to now has been handed out in electorates.
                rosters.row().id(layout.ids().space(space)).time(layout.size().at()).end();
            }
        }
    }

    private void members() throws SQLException {
        Instant joined = layout.joinedAt();
        try (Rows memberships =
                        new Rows(
                                sink,
                                "membership",
                                "space_id, account_id, role, state, joined_at, updated_at");
                Rows checkpoints =
                        new Rows(
                                sink,
                                "weight_checkpoint",
                                "space_id, account_id, effective_at, weight, source, set_by")) {
            for (int space = 0; space < layout.spaces(); space++) {
                UUID spaceId = layout.ids().space(space);
                UUID owner = layout.accountId(space, 0);
                for (int member = 0; member < layout.members(space); member++) {
                    UUID account = layout.accountId(space, member);
                    memberships.row().id(spaceId).id(account);
                    memberships.text(member == 0 ? "OWNER" : "MEMBER").text("ACTIVE");
                    memberships.time(joined).time(joined).end();
                    checkpoints.row().id(spaceId).id(account).time(joined);
                    checkpoints.number(layout.weight(space, member)).text("IMPORTED");
                    checkpoints.id(owner).end();
                }
            }
        }
    }

    private void delegations() throws SQLException {
        try (Rows sets =
                        new Rows(
                                sink,
                                "delegation_set",
                                "space_id, delegator_id, scope, effective_at, expires_at");
                Rows parts =
                        new Rows(
                                sink,
                                "delegation_part",
                                "space_id, delegator_id, scope, effective_at, delegate_id, basis_points")) {
            late(sets, parts);
            for (int space = 1; space < layout.spaces(); space++) {
                Instant given = layout.joinedAt().plus(LATE);
                UUID spaceId = layout.ids().space(space);
                UUID last = null;
                for (Delegation edge : Roll.delegations(layout, space)) {
                    if (!edge.delegatorId().equals(last)) {
                        set(sets, spaceId, edge, given);
                    }
                    last = edge.delegatorId();
                    part(parts, spaceId, edge, given);
                }
            }
        }
    }

    private void late(Rows sets, Rows parts) throws SQLException {
        Instant given = layout.size().at().minus(LATE);
        UUID spaceId = layout.ids().space(0);
        int users = layout.size().users();
        int delegates = Math.min(LATE_DELEGATES, users / 2);
        for (int i = delegates; i < users; i += ONE_IN) {
            UUID to = layout.ids().account(layout.chance().below(delegates, i, 0));
            Delegation edge = Roll.edge(layout.ids().account(i), to, Delegation.WHOLE);
            set(sets, spaceId, edge, given);
            part(parts, spaceId, edge, given);
        }
    }

    private static void set(Rows sets, UUID space, Delegation edge, Instant given)
            throws SQLException {
        sets.row().id(space).id(edge.delegatorId()).text(edge.scope().text());
        sets.time(given).nothing().end();
    }

    private static void part(Rows parts, UUID space, Delegation edge, Instant given)
            throws SQLException {
        parts.row().id(space).id(edge.delegatorId()).text(edge.scope().text()).time(given);
        parts.id(edge.delegateId()).number(edge.basisPoints()).end();
    }
}

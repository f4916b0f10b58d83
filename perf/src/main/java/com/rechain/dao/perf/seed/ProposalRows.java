package com.rechain.dao.perf.seed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.perf.seed.Rows.Sink;
import com.rechain.dao.perf.seed.Seeded.Stage;
import com.rechain.dao.perf.seed.SeededIds.Kind;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What proposal-service owns: proposals with their first wording, labels and comments. */
final class ProposalRows {
    private static final int COMMENTS = 2;
    private static final String REASON = "Withdrawn for a better one.";

    private final Layout layout;
    private final Sink sink;
    private final Verdicts verdicts;

    ProposalRows(Layout layout, Sink sink, Verdicts verdicts) {
        this.layout = layout;
        this.sink = sink;
        this.verdicts = verdicts;
    }

    void write() throws SQLException {
        spaces();
        try (Rows proposals = new Rows(sink, "proposal", COLUMNS);
                Rows versions =
                        new Rows(
                                        sink,
                                        "proposal_version",
                                        "proposal_id, revision, editor_id, edited_at, content")
                                .after(proposals);
                Rows labels =
                        new Rows(sink, "proposal_label", "proposal_id, label").after(proposals);
                Rows comments =
                        new Rows(
                                        sink,
                                        "comment",
                                        "id, proposal_id, author_id, parent_id, body, created_at, deleted_at, deleted_by")
                                .after(proposals)) {
            for (int i = 0; i < layout.size().proposals(); i++) {
                Seeded proposal = layout.proposal(i);
                proposal(proposals, proposal);
                version(versions, proposal);
                for (String label : Words.labels(layout.chance(), i)) {
                    labels.row().id(proposal.id()).text(label).end();
                }
                if (proposal.stage() != Stage.DRAFT) {
                    comments(comments, proposal);
                }
            }
        }
    }

    private void spaces() throws SQLException {
        try (Rows references =
                        new Rows(sink, "space_reference", "id, slug, name, visibility, version");
                Rows numbers = new Rows(sink, "proposal_number", "space_id, last_number")) {
            for (int space = 0; space < layout.spaces(); space++) {
                UUID id = layout.ids().space(space);
                references.row().id(id).text(UserRows.slug(space)).text(UserRows.name(space));
                references.text("PUBLIC").number(0).end();
                int rest = layout.size().proposals() - 1 - (space - 1) * Layout.PER_SPACE;
                int last = space == 0 ? 1 : Math.min(Layout.PER_SPACE, rest);
                numbers.row().id(id).number(last).end();
            }
        }
    }

    private static final String COLUMNS =
            "id, space_id, number, author_id, kind, status, outcome, title, body, voting_system, choices, labels, rules, rules_hash, starts_at, ends_at, electorate_ready_at, started_at, created_at, updated_at, listed_at, published_at, published_revision, canceled_at, canceled_by, cancel_reason, concluded_at, signatures, revision, version";

    private void proposal(Rows rows, Seeded proposal) throws SQLException {
        int i = proposal.index();
        UUID author = author(proposal);
        boolean draft = proposal.stage() == Stage.DRAFT;
        rows.row().id(proposal.id()).id(proposal.spaceId()).number(proposal.number()).id(author);
        rows.text("STANDARD").text(status(proposal.stage()));
        if (proposal.stage() == Stage.CLOSED) {
            rows.text(verdicts.of(proposal).name());
        } else {
            rows.nothing();
        }
        rows.text(Words.title(layout.chance(), i)).text(Words.body(layout.chance(), i));
        rows.text(proposal.systemName().code()).text(json(proposal.options()));
        rows.text(json(Words.labels(layout.chance(), i)));
        if (draft) {
            rows.nothing().nothing();
        } else {
            rows.text(proposal.paper().rulesText()).text(proposal.paper().rulesHash());
        }
        rows.time(proposal.startsAt()).time(proposal.endsAt());
        times(rows, proposal);
        if (proposal.stage() == Stage.CANCELED) {
            rows.time(proposal.readyAt()).id(author).text(REASON).nothing();
        } else {
            rows.nothing().nothing().nothing();
            timeOrNothing(rows, proposal.stage() == Stage.CLOSED, proposal.certifiedAt());
        }
        rows.number(0).number(1).number(draft ? 0 : 1).end();
    }

    private static void times(Rows rows, Seeded proposal) {
        Instant published = proposal.publishedAt();
        boolean draft = proposal.stage() == Stage.DRAFT;
        timeOrNothing(rows, proposal.stage().hasElectorate(), proposal.readyAt());
        timeOrNothing(rows, proposal.stage().hasVotes(), proposal.readyAt());
        rows.time(published.minusSeconds(600)).time(published).time(published);
        timeOrNothing(rows, !draft, published);
        if (draft) {
            rows.nothing();
        } else {
            rows.number(1);
        }
    }

    private static void timeOrNothing(Rows rows, boolean known, Instant time) {
        if (known) {
            rows.time(time);
        } else {
            rows.nothing();
        }
    }

    private static String status(Stage stage) {
        return switch (stage) {
            case DRAFT -> "DRAFT";
            case PENDING, OPEN -> "PUBLISHED";
            case CLOSED -> "CONCLUDED";
            case CANCELED -> "CANCELED";
        };
    }

    private UUID author(Seeded proposal) {
        int space = proposal.space();
        return layout.accountId(space, proposal.index() % layout.members(space));
    }

    private void version(Rows rows, Seeded proposal) throws SQLException {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put("title", Words.title(layout.chance(), proposal.index()));
        content.put("body", Words.body(layout.chance(), proposal.index()));
        content.put("system", proposal.systemName().code());
        proposal.options().forEach(content.putArray("choices")::add);
        content.putNull("rules");
        content.put("startsAt", proposal.startsAt().toString());
        content.put("endsAt", proposal.endsAt().toString());
        Words.labels(layout.chance(), proposal.index()).forEach(content.putArray("labels")::add);
        rows.row().id(proposal.id()).number(1).id(author(proposal));
        rows.time(proposal.publishedAt().minusSeconds(600)).text(content.toString()).end();
    }

    private void comments(Rows rows, Seeded proposal) throws SQLException {
        for (int i = 0; i < COMMENTS; i++) {
            long number = (long) proposal.index() * COMMENTS + i;
            int member = (int) (number % layout.members(proposal.space()));
            rows.row().id(layout.ids().of(Kind.COMMENT, number)).id(proposal.id());
            rows.id(layout.accountId(proposal.space(), member)).nothing();
            rows.text(Words.comment(layout.chance(), proposal.index(), i));
            rows.time(proposal.publishedAt().plusSeconds(30 + i)).nothing().nothing().end();
        }
    }

    static String json(List<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array.toString();
    }
}

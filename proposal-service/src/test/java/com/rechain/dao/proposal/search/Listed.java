package com.rechain.dao.proposal.search;

import static com.rechain.dao.proposal.Fixture.PROPOSALS;
import static com.rechain.dao.proposal.Fixture.as;
import static com.rechain.dao.proposal.Fixture.created;
import static com.rechain.dao.proposal.Fixture.draft;
import static com.rechain.dao.proposal.Fixture.now;
import static com.rechain.dao.proposal.Fixture.publish;
import static io.restassured.RestAssured.given;

import com.rechain.dao.test.fake.FakeSpace;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Proposals to be found, and what the lists show of them. */
final class Listed {
    static final String FOR_EVERYONE =
            "public, max-age=0, s-maxage=1, stale-while-revalidate=30, stale-if-error=300";

    private Listed() {}

    static String titled(FakeSpace space, UUID author, String title, String body) {
        Map<String, Object> draft = draft(space.id());
        draft.put("title", title);
        draft.put("body", body);
        UUID id = created(author, draft);
        publish(author, id);
        return id.toString();
    }

    static List<String> ids(FakeSpace space, String more) {
        return given().urlEncodingEnabled(false)
                .header("Freshness-Token", now())
                .get(PROPOSALS + "?spaceId=" + space.id() + more)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    static List<String> ids(UUID reader, String where) {
        return as(reader)
                .header("Freshness-Token", now())
                .get(where)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }
}

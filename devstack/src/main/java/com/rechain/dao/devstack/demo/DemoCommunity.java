package com.rechain.dao.devstack.demo;

import com.rechain.dao.devstack.client.ApiClient;
import com.rechain.dao.devstack.client.Reply;
import com.rechain.dao.devstack.client.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The demo's space with everybody in it, signed in. Made again it finds what is there. */
record DemoCommunity(UUID spaceId, List<SignedIn> members) {
    private static final int CONFLICT = 409;

    static DemoCommunity gather(DemoScript script, ApiClient anyone) {
        List<SignedIn> members =
                Crowd.each(script.members(), member -> account(member, script.password(), anyone));
        SignedIn founder = members.getFirst();
        UUID spaceId = space(script.space(), founder);
        Crowd.each(members.subList(1, members.size()), member -> join(spaceId, member));
        founder.api().post("/api/v1/spaces/" + spaceId + "/weights", weights(script)).orFail();
        return new DemoCommunity(spaceId, members);
    }

    SignedIn founder() {
        return members.getFirst();
    }

    private static SignedIn account(DemoScript.Member member, String password, ApiClient anyone) {
        allowConflict(
                anyone.post(
                        "/api/v1/auth/register",
                        Map.of(
                                "email", member.email(),
                                "handle", member.handle(),
                                "displayName", member.displayName(),
                                "password", password)));
        return SignedIn.signIn(anyone, member.email(), password);
    }

    private static UUID space(DemoScript.Space space, SignedIn founder) {
        allowConflict(
                founder.api()
                        .post(
                                "/api/v1/spaces",
                                Map.of(
                                        "slug", space.slug(),
                                        "name", space.name(),
                                        "about", space.about(),
                                        "visibility", "PUBLIC")));
        return UUID.fromString(
                founder.api().get("/api/v1/spaces/" + space.slug()).orFail().text("id"));
    }

    private static Reply join(UUID spaceId, SignedIn member) {
        return allowConflict(member.api().post("/api/v1/spaces/" + spaceId + "/join", Map.of()));
    }

    private static List<Map<String, String>> weights(DemoScript script) {
        return script.members().stream()
                .map(member -> Map.of("handle", member.handle(), "weight", member.weight()))
                .toList();
    }

    /** A conflict is what an earlier, interrupted filling left behind. */
    private static Reply allowConflict(Reply reply) {
        return reply.status() == CONFLICT ? reply : reply.orFail();
    }
}

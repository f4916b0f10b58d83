package com.rechain.dao.user.support;

import static com.rechain.dao.user.support.Fresh.fresh;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Settings as a space that governs itself has them, and how they are set and read. */
public final class SpaceSettings {
    private static final String SETTINGS = "/api/v1/spaces/{id}/settings";

    private SpaceSettings() {}

    public static Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(
                "proposing",
                Map.of(
                        "role",
                        "AUTHOR",
                        "actionsRole",
                        "AUTHOR",
                        "threshold",
                        "10",
                        "openPerAuthor",
                        2));
        settings.put("signOffs", Map.of("count", 1, "role", "MODERATOR"));
        settings.put(
                "timelock",
                Map.of(
                        "challengeSeconds",
                        60,
                        "minDelaySeconds",
                        30,
                        "graceSeconds",
                        600,
                        "vetoRoles",
                        List.of("GUARDIAN", "OWNER")));
        settings.put("defaultRules", Map.of("ties", "STATUS_QUO"));
        settings.put("onlyByProposal", false);
        return settings;
    }

    public static Map<String, Object> with(String name, Object value) {
        Map<String, Object> settings = settings();
        settings.put(name, value);
        return settings;
    }

    public static Map<String, Object> signedBy(
            int count, String role, Map<String, Object> proposing) {
        Map<String, Object> settings = with("proposing", proposing);
        settings.put("signOffs", Map.of("count", count, "role", role));
        return settings;
    }

    public static Map<String, Object> proposing(String role, String actions, String threshold) {
        return Map.of("role", role, "actionsRole", actions, "threshold", threshold);
    }

    /** One under whose {@link #settings} somebody can propose and somebody else can sign. */
    public static UUID aUsableSpace(Person owner) {
        UUID space = owner.founds("PUBLIC");
        owner.puts(space, owner, Map.of("weight", "10")).then().statusCode(200);
        owner.puts(space, Person.arrives(), Map.of("role", "MODERATOR")).then().statusCode(201);
        return space;
    }

    public static Response set(
            Person person, UUID space, String ifMatch, Map<String, Object> settings) {
        return person.sends(settings).header("If-Match", ifMatch).put(SETTINGS, space);
    }

    public static Response read(UUID space) {
        return fresh().get(SETTINGS, space);
    }
}

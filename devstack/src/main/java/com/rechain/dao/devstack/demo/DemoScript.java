package com.rechain.dao.devstack.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * What the demo consists of, as written in {@code demo.json}. The first member founds the space.
 */
public record DemoScript(
        String password, Space space, List<Member> members, List<Proposal> proposals) {

    /** The space of the demo. */
    public record Space(String slug, String name, String about) {}

    /** Somebody to sign in as; the address is made of the handle. */
    public record Member(String handle, String displayName, String weight) {
        public String email() {
            return handle + "@example.org";
        }
    }

    /**
     * A proposal by one of the members.
     *
     * @param startsIn time from now, ISO 8601
     * @param lasts time voting is open, ISO 8601
     * @param votes how many vote for each choice
     */
    public record Proposal(
            String title,
            String body,
            String system,
            List<String> choices,
            Map<String, Object> rules,
            List<String> labels,
            String startsIn,
            String lasts,
            List<Integer> votes,
            List<String> comments) {}

    /** The demo as shipped. */
    public static DemoScript shipped() {
        try (InputStream in = DemoScript.class.getResourceAsStream("demo.json")) {
            return new ObjectMapper().readValue(in, DemoScript.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Member founder() {
        return members.getFirst();
    }
}

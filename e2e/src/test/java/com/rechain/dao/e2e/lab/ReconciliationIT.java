package com.rechain.dao.e2e.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.devstack.client.ApiClient;
import com.rechain.dao.devstack.client.Reply;
import com.rechain.dao.e2e.support.Platform;
import com.rechain.dao.e2e.support.Suite;
import com.rechain.dao.perf.lab.community.Community;
import com.rechain.dao.perf.lab.community.Voter;
import com.rechain.dao.perf.lab.reconcile.DatabaseLedger;
import com.rechain.dao.perf.lab.reconcile.EventLog;
import com.rechain.dao.perf.lab.reconcile.Reconciler;
import com.rechain.dao.perf.lab.reconcile.Reconciliation;
import com.rechain.dao.perf.lab.request.RequestLine;
import com.rechain.dao.perf.lab.scenario.Scenario;
import com.rechain.dao.perf.platform.Space;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The load lab's comparison on the real databases and the real log, and what is planted there. */
@Isolated("registers as many at once as the platform takes")
class ReconciliationIT {
    private static final int VOTERS = 4;

    private final Suite suite = Suite.get();
    private final ApiClient anyone = Platform.anyone();
    private final String prefix =
            "lab-" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
    private final List<RequestLine> writes = new ArrayList<>();
    private EventLog log;
    private Community community;

    @BeforeEach
    void makeCommunity() {
        log = EventLog.fromNow(suite.backing().kafka().address());
        community = Community.create(anyone, prefix, VOTERS);
    }

    @Test
    void whatTheServicesAcknowledgeIsThere() throws SQLException {
        register("%s-00-a".formatted(prefix));
        register("%s-00-a".formatted(prefix));
        propose("%s-00 proposes a thing".formatted(prefix));

        assertThat(compare(Scenario.REGISTRATION, List.of()).mismatches()).isEmpty();
        assertThat(compare(Scenario.PROPOSAL, List.of()).mismatches()).isEmpty();
    }

    @Test
    void aDeletedBallotAndADoubledEventAreFound() throws Exception {
        UUID proposal = community.openProposals(1, "To be voted on").getFirst();
        List<Voter> voters = community.voters(VOTERS);
        voters.forEach(voter -> vote(proposal, voter));

        Reconciliation untouched = compare(Scenario.VOTING, List.of(proposal.toString()));
        assertThat(untouched.mismatches()).isEmpty();
        assertThat(untouched.checked()).containsEntry("ballots", (long) VOTERS);

        doubleEvent(proposal, voters.getFirst());
        assertThat(compare(Scenario.VOTING, List.of(proposal.toString())).mismatches())
                .containsExactly(
                        "ballot.recorded.v1 tells of %s/%s/1 2 times"
                                .formatted(proposal, voters.getFirst().id()));

        withoutBallot(
                proposal,
                voters.getLast(),
                () ->
                        assertThat(
                                        compare(Scenario.VOTING, List.of(proposal.toString()))
                                                .mismatches())
                                .anyMatch(text ->
                                        text.startsWith(
                                                "ballot %s/%s for 1 was acknowledged and is there as null"
                                                        .formatted(
                                                                proposal, voters.getLast().id())))
                                .anyMatch(text -> text.startsWith("the counters of " + proposal)));
    }

    private Reconciliation compare(Scenario scenario, List<String> proposals) throws SQLException {
        try (Connection primary = suite.backing().primary().connect()) {
            return new Reconciler(new DatabaseLedger(primary), log.sinceThen(primary))
                    .compare(
                            scenario,
                            prefix + "-00",
                            community.space().toString(),
                            proposals,
                            writes.stream().filter(write -> isOf(scenario, write.step())).toList());
        }
    }

    private static boolean isOf(Scenario scenario, String step) {
        return scenario.leads(step) || scenario == Scenario.PROPOSAL && step.equals("publish");
    }

    private void register(String handle) {
        Reply reply =
                anyone.post(
                        "/api/v1/auth/register",
                        Map.of(
                                "email",
                                handle + "@example.org",
                                "handle",
                                handle,
                                "displayName",
                                handle,
                                "password",
                                Space.PASSWORD));
        // The second one under the same name is refused, and the account is there all the same.
        if (reply.succeeded()) {
            note("register", reply, reply.text("id"), handle);
        }
    }

    private void propose(String title) {
        ApiClient author = anyone.as(community.voters(1).getFirst().token());
        Reply draft =
                author.post(
                        "/api/v1/proposals",
                        Map.of(
                                "spaceId", community.space(),
                                "title", title,
                                "body", "It has a few sentences, as many proposals do. ".repeat(4),
                                "system", "basic",
                                "endsAt", Instant.now().plus(Duration.ofHours(6)).toString()));
        note("draft", draft, draft.text("id"), title);
        Reply published =
                author.post("/api/v1/proposals/" + draft.text("id") + "/publish", Map.of());
        note("publish", published, draft.text("id"), "-");
    }

    private void vote(UUID proposal, Voter voter) {
        Reply reply =
                anyone.as(voter.token())
                        .put("/api/v1/proposals/" + proposal + "/ballot", Map.of("choice", 1));
        note("vote", reply.orFail(), proposal + "/" + voter.id(), "1");
    }

    private void note(String step, Reply reply, String id, String content) {
        writes.add(new RequestLine(0, 0, reply.status(), step, id, "-", content));
    }

    private void doubleEvent(UUID proposal, Voter voter)
            throws ExecutionException, InterruptedException {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", suite.backing().kafka().address());
        String payload =
                """
                {"proposalId":"%s","voterId":"%s","revision":1,"choice":1,"weight":"1","ballotHash":"%s","castAt":"%s"}\
                """
                        .formatted(proposal, voter.id(), "0".repeat(64), Instant.now());
        ProducerRecord<String, String> record =
                new ProducerRecord<>("voting-events", proposal.toString(), payload);
        record.headers()
                .add("event-type", "ballot.recorded.v1".getBytes(StandardCharsets.UTF_8))
                .add("event-id", UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(record).get();
        }
    }

    /**
     * Does {@code check} while the ballot is not there; others count the ballots of this box too.
     */
    private void withoutBallot(UUID proposal, Voter voter, Check check) throws SQLException {
        String where =
                " FROM voting.ballot WHERE proposal_id = UNHEX('%s') AND voter_id = UNHEX('%s')"
                        .formatted(hex(proposal), hex(voter.id()));
        try (Connection primary = suite.backing().primary().connect();
                Statement sql = primary.createStatement()) {
            sql.execute("CREATE TEMPORARY TABLE voting.kept AS SELECT *" + where);
            assertThat(sql.executeUpdate("DELETE" + where)).isEqualTo(1);
            try {
                check.run();
            } finally {
                sql.executeUpdate("INSERT INTO voting.ballot SELECT * FROM voting.kept");
            }
        }
    }

    private interface Check {
        void run() throws SQLException;
    }

    private static String hex(UUID id) {
        return id.toString().replace("-", "");
    }
}

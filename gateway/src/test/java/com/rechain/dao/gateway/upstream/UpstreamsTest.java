package com.rechain.dao.gateway.upstream;

import static com.rechain.dao.gateway.upstream.AttemptResult.ABANDONED;
import static com.rechain.dao.gateway.upstream.AttemptResult.UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.gateway.route.Priority;
import com.rechain.dao.gateway.route.Service;
import com.rechain.dao.gateway.support.Configs;
import com.rechain.dao.gateway.upstream.Choice.Chosen;
import com.rechain.dao.gateway.upstream.Choice.Full;
import com.rechain.dao.gateway.upstream.Choice.NoneLeft;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UpstreamsTest {
    private List<String> addresses = List.of("10.0.0.1", "10.0.0.2", "10.0.0.3");
    private boolean dnsIsDown;
    private long now;
    private final Upstreams upstreams =
            new Upstreams(
                    Configs.read(
                            ServicesConfig.class,
                            Map.of(
                                    "dao.gateway.voting-service", "dns:http://votes:8080",
                                    "dao.gateway.balance.voting-service", "ROUND_ROBIN")),
                    Configs.read(
                            ResilienceConfig.class,
                            Map.of("dao.gateway.resilience.max-requests", "1")),
                    this::look,
                    () -> now);
    private final Upstream votes = upstreams.of(Service.VOTING);

    @Test
    void aNameStandsForAllItsAddresses() {
        assertThat(upstreams.usesNames()).isTrue();
        assertThat(hosts()).isEmpty();

        upstreams.resolve();

        assertThat(hosts()).containsExactly("10.0.0.1", "10.0.0.2", "10.0.0.3");
    }

    @Test
    void instancesThatStayKeepWhatIsKnownOfThem() {
        upstreams.resolve();
        Instance second = votes.instances().get(1);
        second.said(Readiness.READY);

        addresses = List.of("10.0.0.2", "10.0.0.9");
        upstreams.resolve();

        assertThat(hosts()).containsExactly("10.0.0.2", "10.0.0.9");
        assertThat(votes.instances().getFirst()).isSameAs(second);
        assertThat(votes.instances().getLast().readiness()).isEqualTo(Readiness.UNKNOWN);
    }

    @Test
    void theLastKnownInstancesAreKeptWhileTheNameCannotBeResolved() {
        upstreams.resolve();

        dnsIsDown = true;
        upstreams.resolve();

        assertThat(hosts()).hasSize(3);
    }

    @Test
    void readyOnesArePreferred() {
        upstreams.resolve();
        votes.instances().get(1).said(Readiness.READY);

        assertThat(chosen(Set.of())).isEqualTo("10.0.0.2");
    }

    @Test
    void oneThatWasTriedIsNotChosenAgain() {
        upstreams.resolve();
        Set<Instance> tried = new HashSet<>(votes.instances().subList(0, 2));

        assertThat(chosen(tried)).isEqualTo("10.0.0.3");
    }

    @Test
    void withAllTriedNoneIsLeft() {
        upstreams.resolve();

        assertThat(votes.choose(votes.instances(), false, Priority.VOTE)).isEqualTo(new NoneLeft());
    }

    @Test
    void whenAllPlacesAreTakenItSaysSo() {
        upstreams.resolve();
        for (int i = 0; i < 3; i++) {
            chosen(Set.of());
        }

        assertThat(votes.choose(Set.of(), false, Priority.VOTE)).isEqualTo(new Full());
        assertThat(votes.choose(Set.of(), true, Priority.VOTE))
                .as("streams")
                .isInstanceOf(Chosen.class);
    }

    @Test
    void aPlaceThatIsGivenBackCanBeTakenAgain() {
        addresses = List.of("10.0.0.1");
        upstreams.resolve();
        chosen(Set.of());
        Instance only = votes.instances().getFirst();

        only.record(ABANDONED);
        only.leave(false);

        assertThat(chosen(Set.of())).isEqualTo("10.0.0.1");
    }

    @Test
    void anEjectedInstanceIsLeftOutForAWhileAndThenTriedAgain() {
        addresses = List.of("10.0.0.1", "10.0.0.2");
        upstreams.resolve();
        Instance bad = votes.instances().getFirst();
        bad.record(UNREACHABLE);
        bad.record(UNREACHABLE);
        assertThat(bad.record(UNREACHABLE)).isTrue();

        assertThat(chosen(Set.of())).isEqualTo("10.0.0.2");
        assertThat(votes.choose(Set.of(), false, Priority.VOTE))
                .as("the one place of the other is taken")
                .isEqualTo(new Full());

        now = Duration.ofSeconds(1).toNanos();
        assertThat(chosen(Set.of())).isEqualTo("10.0.0.1");
        assertThat(bad.share()).isEqualTo(0.1);
    }

    @Test
    void anEjectedInstanceIsAskedWhereNoOtherIsLeft() {
        addresses = List.of("10.0.0.1");
        upstreams.resolve();
        Instance only = votes.instances().getFirst();
        for (int i = 0; i < 3; i++) {
            only.record(UNREACHABLE);
        }

        assertThat(chosen(Set.of())).isEqualTo("10.0.0.1");
    }

    @Test
    void aBreakerThatIsOpenKeepsRequestsFromTheLastInstance() {
        addresses = List.of("10.0.0.1");
        upstreams.resolve();
        Instance only = votes.instances().getFirst();
        for (int i = 0; i < 20; i++) {
            only.record(UNREACHABLE);
        }

        assertThat(votes.choose(Set.of(), false, Priority.VOTE)).isEqualTo(new NoneLeft());
    }

    @Test
    void anInstanceThatSaysItIsBackIsBack() {
        addresses = List.of("10.0.0.1");
        upstreams.resolve();
        Instance only = votes.instances().getFirst();
        only.said(Readiness.SILENT);
        for (int i = 0; i < 3; i++) {
            only.record(UNREACHABLE);
        }

        only.said(Readiness.READY);

        assertThat(chosen(Set.of())).isEqualTo("10.0.0.1");
    }

    @Test
    void oneThatJoinsOthersBeginsSlowlyAndTheFirstOnesDoNot() {
        upstreams.resolve();
        votes.instances().forEach(i -> i.said(Readiness.READY));
        assertThat(votes.instances()).allSatisfy(i -> assertThat(i.share()).isEqualTo(1));

        addresses = List.of("10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4");
        upstreams.resolve();
        Instance joined = votes.instances().getLast();
        joined.said(Readiness.READY);

        assertThat(joined.address().host()).isEqualTo("10.0.0.4");
        assertThat(joined.share()).isEqualTo(0.1);
        now = Duration.ofSeconds(5).toNanos();
        assertThat(joined.share()).isEqualTo(1);
    }

    private List<String> look(String name) throws UnknownHostException {
        assertThat(name).isEqualTo("votes");
        if (dnsIsDown) {
            throw new UnknownHostException(name);
        }
        return addresses;
    }

    private List<String> hosts() {
        return votes.instances().stream().map(i -> i.address().host()).toList();
    }

    private String chosen(Set<Instance> tried) {
        return votes.choose(tried, false, Priority.VOTE) instanceof Chosen(Instance instance)
                ? instance.address().host()
                : "nobody";
    }
}

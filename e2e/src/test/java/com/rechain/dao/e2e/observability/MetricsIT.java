package com.rechain.dao.e2e.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.devstack.client.SignedIn;
import com.rechain.dao.devstack.fleet.ServiceInstance;
import com.rechain.dao.e2e.support.Community;
import com.rechain.dao.e2e.support.Platform;
import com.rechain.dao.e2e.support.SameInEveryHome;
import com.rechain.dao.e2e.support.Suite;
import com.rechain.dao.e2e.support.Vote;
import com.rechain.dao.e2e.support.Waiting;
import com.rechain.dao.test.backing.DaoRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What the catalogue of metrics promises, the running platform exports. */
@SameInEveryHome
@Isolated("compares counts")
class MetricsIT {
    private static final Pattern ROW =
            Pattern.compile("\\| `(\\w+)` \\| (histogram|summary|counter|gauge) \\|.*");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void aVoteFromBeginningToEnd() {
        Community community = Community.of(3);
        Vote vote = community.openVote(Duration.ofMinutes(5), Community.UNTIL_DECIDED);
        vote.tally();
        for (SignedIn member : community.members()) {
            vote.cast(member, Vote.FOR).orFail();
        }
        Platform.anyone().get("/api/v1/proposals");
        Platform.anyone().get("/health");
        vote.result();
    }

    @Test
    void everyMetricOfTheCatalogueIsExported() throws IOException {
        Set<String> promised = catalogue();
        assertThat(promised).hasSizeGreaterThan(50);

        Set<String> missing = Waiting.until(() -> without(promised, exported()), Set::isEmpty);

        assertThat(missing).isEmpty();
    }

    @Test
    void everySeriesSaysWhoseItIs() {
        for (ServiceInstance instance : Suite.get().fleet().instances()) {
            String label = "application=\"" + instance.service().text() + "\"";

            assertThat(series(instance)).isNotEmpty().allMatch(line -> line.contains(label));
        }
    }

    private static Set<String> catalogue() throws IOException {
        Path file = DaoRoot.path().resolve("observability/METRICS.md");
        return Files.readAllLines(file).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .flatMap(row -> names(row.group(1), row.group(2)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> names(String name, String kind) {
        return switch (kind) {
            case "histogram" -> Stream.of("_bucket", "_count", "_sum", "_max").map(name::concat);
            case "summary" -> Stream.of("_count", "_sum", "_max").map(name::concat);
            default -> Stream.of(name);
        };
    }

    private static Set<String> exported() {
        return Suite.get().fleet().instances().stream()
                .flatMap(instance -> series(instance).stream())
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toSet());
    }

    private static List<String> series(ServiceInstance instance) {
        URI address = URI.create(instance.managementUrl() + "/q/metrics");
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(address).build(),
                            HttpResponse.BodyHandlers.ofLines())
                    .body()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while reading metrics", e);
        }
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}

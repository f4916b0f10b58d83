package com.rechain.dao.devstack.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.devstack.client.Reply;
import com.rechain.dao.devstack.process.LaunchException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows the caches of the running platform, purges them and warms them. */
@Command(
        name = "caches",
        description = "Shows, purges or warms the caches of the services.",
        subcommands = {CachesCommand.Purge.class, CachesCommand.Warm.class})
final class CachesCommand implements Callable<Integer> {
    private static final String LINE = "%-18s %-20s %8s %9s %7s %8s %9s %9s %9s  %s";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Option(
            names = "--url",
            paramLabel = "<url>",
            description =
                    "The management port of an instance, for example http://10.0.0.7:9000; repeatable. Without it: the"
                            + " platform on this machine.")
    private List<URI> urls = List.of();

    @Option(
            names = "--secret-file",
            paramLabel = "<file>",
            description = "Where the internal secret is; needed with --url.")
    private @Nullable Path secretFile;

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine().getOut());
        console.say(
                LINE.formatted(
                        "INSTANCE",
                        "CACHE",
                        "ENTRIES",
                        "SIZE",
                        "HITS",
                        "LOADS",
                        "LOAD",
                        "EVICTED",
                        "STALE",
                        "READ MOST"));
        for (CacheDoor door : doors()) {
            for (JsonNode cache : door.caches()) {
                console.say(line(door.name(), cache));
            }
        }
        return 0;
    }

    private CacheDoors doors() {
        return urls.isEmpty()
                ? CacheDoors.onThisMachine(Workplace.here())
                : CacheDoors.at(urls, secretFile);
    }

    private static String line(String instance, JsonNode cache) {
        JsonNode size = cache.path("size");
        JsonNode reads = cache.path("reads");
        return String.format(
                Locale.ROOT,
                LINE,
                instance,
                cache.path("name").asText(),
                size.path("entries").asLong(),
                size.path("bytes").asLong() / 1_024 + " KiB",
                String.format(Locale.ROOT, "%.1f %%", 100 * reads.path("hitRatio").asDouble()),
                reads.path("loads").asLong(),
                millis(reads.path("meanLoadMillis")),
                size.path("evictions").asLong(),
                millis(reads.path("longestStalenessMillis")),
                cache.path("hotKeys").path(0).path("key").asText("-"));
    }

    private static String millis(JsonNode value) {
        return String.format(Locale.ROOT, "%.1f ms", value.asDouble());
    }

    /** Makes what is cached dead, at all instances. */
    @Command(name = "purge", description = "Makes what a cache holds dead, at all instances.")
    static final class Purge extends Operation {
        @Parameters(
                index = "1",
                arity = "0..1",
                paramLabel = "<tag>",
                description = "Only what has this tag, in whichever cache; without it everything.")
        private @Nullable String tag;

        @Option(
                names = "--key",
                paramLabel = "<key>",
                description = "Only this key, and what depends on the same.")
        private @Nullable String key;

        @Override
        public Integer call() {
            if (tag != null && key != null) {
                throw new LaunchException("Name a tag or a key, not both.");
            }
            return toOneOfEach(door -> door.purge(cacheName(), tag, key), "purged");
        }
    }

    /** Loads what is read most. */
    @Command(name = "warm", description = "Loads what is read most into a cache, at all instances.")
    static final class Warm extends Operation {
        @Override
        public Integer call() {
            return toAll(door -> door.warm(cacheName()), "is being warmed");
        }
    }

    /** Something done to a cache by name. */
    abstract static class Operation implements Callable<Integer> {
        @ParentCommand
        @SuppressWarnings("NullAway.Init") // picocli sets it before the call
        private CachesCommand caches;

        @Parameters(
                index = "0",
                paramLabel = "<cache>",
                description = "Its name, as proposals or user-service/spaces.")
        private String name = "";

        /** What is done at one instance. */
        interface Step {
            Reply at(CacheDoor door);
        }

        String cacheName() {
            return name.substring(name.indexOf('/') + 1);
        }

        /** A purge reaches all instances of a service by itself. */
        int toOneOfEach(Step step, String done) {
            return to(holders().oneOfEachService(), step, done);
        }

        int toAll(Step step, String done) {
            return to(holders(), step, done);
        }

        private CacheDoors holders() {
            int slash = name.indexOf('/');
            return caches.doors().holding(cacheName(), slash < 0 ? null : name.substring(0, slash));
        }

        private int to(CacheDoors doors, Step step, String done) {
            Console console = new Console(caches.spec.commandLine().getOut());
            for (CacheDoor door : doors) {
                Reply reply = step.at(door);
                if (!reply.succeeded()) {
                    throw new LaunchException(
                            "%s refuses: %s".formatted(door.name(), reply.text("detail")));
                }
                console.say("%s of %s %s.".formatted(cacheName(), door.name(), done));
            }
            return 0;
        }
    }
}

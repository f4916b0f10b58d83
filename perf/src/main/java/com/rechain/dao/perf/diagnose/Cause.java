package com.rechain.dao.perf.diagnose;

import static com.rechain.dao.perf.diagnose.Bottleneck.APPLICATION;
import static com.rechain.dao.perf.diagnose.Bottleneck.CACHING;
import static com.rechain.dao.perf.diagnose.Bottleneck.DATABASE;
import static com.rechain.dao.perf.diagnose.Bottleneck.INFRASTRUCTURE;

import com.rechain.dao.perf.diagnose.Leaf.Recommendation;
import java.util.List;

/** What can make a run slow: its class, what to do about it, best first, and how to make sure. */
public enum Cause {
    CPU_QUOTA(
            INFRASTRUCTURE,
            "CPU quota",
            "Lift the quota for one run: the throttled time goes to zero and the latency with it.",
            Leaf.VERTICAL_SCALING.to(
                    "raise the CPU limit of the process, or drop it and keep the request"),
            Leaf.HORIZONTAL_SCALING.to("spread the same load over more instances")),
    NETWORK_DELAY(
            INFRASTRUCTURE,
            "network delay",
            "Measure the round trip between the two machines, and run once with both on one.",
            Leaf.LOAD_BALANCING.to("send requests to instances in the same zone"),
            Leaf.HORIZONTAL_SCALING.to("place instances where their callers are")),
    INSTANCE_SLOW(
            INFRASTRUCTURE,
            "one instance slow",
            "Take the slow instance out for one run: the other figures return to those of the"
                    + " rest.",
            Leaf.LOAD_BALANCING.to(
                    "balance by least outstanding requests and leave out what is slow"),
            Leaf.VERTICAL_SCALING.to("move the instance away from its neighbours")),
    REPLICA_BEHIND(
            INFRASTRUCTURE,
            "slow replica",
            "Run once while the replica rests: if it catches up, it lacks the means to apply, else"
                    + " it is delayed on purpose.",
            Leaf.HORIZONTAL_SCALING.to("add a replica, so that one that is behind can be left out"),
            Leaf.VERTICAL_SCALING.to(
                    "give the replica the disk and the parallel appliers that the primary's writes"
                            + " need"),
            Leaf.LOAD_BALANCING.to("read from the replicas that have caught up")),
    MEMORY_LEAK(
            APPLICATION,
            "memory leak",
            "Repeat the run for twice as long: what is left after a collection doubles its growth;"
                    + " a heap dump names the owner.",
            Leaf.MEMORY_OPTIMIZATION.to(
                    "find what keeps the objects, in two heap dumps compared, and bound it"),
            Leaf.CODE_PROFILING.to("record old objects with JFR during a soak")),
    ALLOCATION_STORM(
            APPLICATION,
            "allocation storm",
            "Record allocations with JFR for ten seconds: the top class and its stack say who.",
            Leaf.MEMORY_OPTIMIZATION.to("reuse or stream what is allocated for each request"),
            Leaf.CODE_PROFILING.to("profile allocations by size, with async-profiler or JFR")),
    CPU_IN_HANDLER(
            APPLICATION,
            "CPU burn in a handler",
            "Record a CPU profile for ten seconds: the widest frame under the handler is it.",
            Leaf.CODE_PROFILING.to("profile the service and look at the widest frames"),
            Leaf.ALGORITHM_IMPROVEMENT.to(
                    "do it once instead of for each request, or in fewer steps")),
    MISSING_INDEX(
            DATABASE,
            "missing index",
            "EXPLAIN the statements that read the named table: one says ALL; add the index and run"
                    + " again.",
            Leaf.ADD_INDEXES.to("add an index that leads with the columns of the condition"),
            Leaf.OPTIMIZE_QUERIES.to("ask for fewer rows, by key")),
    N_PLUS_ONE(
            DATABASE,
            "N+1 statements",
            "Trace one request: the same statement stands in it once for each row of a list.",
            Leaf.OPTIMIZE_QUERIES.to(
                    "fetch in one statement, by a join or IN, what is fetched row by row"),
            Leaf.ALGORITHM_IMPROVEMENT.to("batch the lookups of a request")),
    ROW_LOCK_HOTSPOT(
            DATABASE,
            "row-lock hotspot",
            "SHOW ENGINE INNODB STATUS while it lasts names the row and who holds it.",
            Leaf.OPTIMIZE_QUERIES.to(
                    "shorten the transaction that holds the row, and take the row last"),
            Leaf.ALGORITHM_IMPROVEMENT.to("split the hot row into slots that are added up")),
    POOL_TOO_SMALL(
            DATABASE,
            "pool too small",
            "Run once with twice the connections: the wait goes away and nothing else gets worse.",
            Leaf.CONNECTION_POOLING.to(
                    "raise the pool to what Little's law asks for: rate times time held"),
            Leaf.OPTIMIZE_QUERIES.to("hold connections for a shorter time")),
    REDIS_SLOW(
            CACHING,
            "Redis slow",
            "redis-cli --latency next to SLOWLOG GET: a slow server shows in both, a slow way only"
                    + " in the first.",
            Leaf.CACHE_DISTRIBUTION.to(
                    "spread the keys over a cluster, so that one slow command stops fewer"),
            Leaf.VERTICAL_SCALING.to(
                    "give Redis a core of its own and ban commands that visit all keys")),
    CACHE_OFF(
            CACHING,
            "cache off",
            "Look at the size of the cache while reading: it stays zero.",
            Leaf.CACHE_DISTRIBUTION.to(
                    "switch the tier in the process on again, with a size that holds the hot keys"),
            Leaf.CACHE_WARMING.to("fill it at the start from the most-read keys")),
    CACHE_TTL(
            CACHING,
            "TTL too short",
            "Read one key twice, a second apart: the second read is a load again.",
            Leaf.CACHE_INVALIDATION.to(
                    "keep entries until an event invalidates them, with the TTL as a backstop"
                            + " only"),
            Leaf.CACHE_WARMING.to("refresh hot entries before they expire")),
    CACHE_COLD(
            CACHING,
            "cache cold",
            "Repeat the run without a restart or flush before it: the loads of the beginning are"
                    + " gone.",
            Leaf.CACHE_WARMING.to(
                    "warm the most-read keys before taking traffic, and after a flush"),
            Leaf.CACHE_DISTRIBUTION.to(
                    "share the second tier, so that a new instance starts warm")),
    CONSUMERS_BEHIND(
            INFRASTRUCTURE,
            "consumers behind",
            "Stop the load: the lag drains at the rate that the consumers reach.",
            Leaf.HORIZONTAL_SCALING.to("add instances, up to the number of partitions"),
            Leaf.OPTIMIZE_QUERIES.to("take events in batches of one transaction")),
    DISK_BUSY(
            INFRASTRUCTURE,
            "disk busy",
            "Run at half the rate: the time per fsync falls if the disk was the limit.",
            Leaf.VERTICAL_SCALING.to("a faster disk, or logs on one of their own"),
            Leaf.OPTIMIZE_QUERIES.to("commit in larger batches")),
    MACHINE_FULL(
            INFRASTRUCTURE,
            "processors full",
            "Run at half the rate: if every process does half the work, the load is simply too much"
                    + " for the machine.",
            Leaf.HORIZONTAL_SCALING.to("more machines behind the gateway"),
            Leaf.VERTICAL_SCALING.to("more processors"));

    private final Bottleneck bottleneck;
    private final String title;
    private final String experiment;
    private final List<Recommendation> recommendations;

    Cause(
            Bottleneck bottleneck,
            String title,
            String experiment,
            Recommendation... recommendations) {
        this.bottleneck = bottleneck;
        this.title = title;
        this.experiment = experiment;
        this.recommendations = List.of(recommendations);
    }

    public Bottleneck bottleneck() {
        return bottleneck;
    }

    public String title() {
        return title;
    }

    /** What would confirm it. */
    public String experiment() {
        return experiment;
    }

    /** What to do, best first. */
    public List<Recommendation> recommendations() {
        return recommendations;
    }
}

package com.rechain.dao.perf.plant;

import com.rechain.dao.devstack.backing.ProcessServer;
import com.rechain.dao.devstack.fleet.ServiceName;
import com.rechain.dao.perf.platform.OwnPlatform;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What can be done to processes from outside, and undone. */
final class ProcessSowings {
    private static final Duration STOPPED = Duration.ofMillis(30);
    private static final Duration RUNNING = Duration.ofMillis(15);

    /** Below what the service takes under the mix; what a core gives it is mostly spent waiting. */
    private static final double QUOTA_CORES = 0.06;

    private ProcessSowings() {}

    /** A Redis that stammers. */
    static AutoCloseable slowRedis(OwnPlatform platform, Ground ground) throws IOException {
        ProcessServer redis = (ProcessServer) platform.backing().redis();
        return Pulses.on(redis.process().pid(), STOPPED, RUNNING);
    }

    /** A voting-service that may not have the CPU it needs. */
    static AutoCloseable quota(OwnPlatform platform, Ground ground) throws IOException {
        CpuQuota quota = CpuQuota.of(QUOTA_CORES);
        for (long pid : platform.pids(ServiceName.VOTING_SERVICE)) {
            quota.with(pid);
        }
        return quota;
    }

    /**
     * Everything cached is gone: in Redis, and in the processes, which forget when they lose touch
     * with it.
     */
    static AutoCloseable emptyCaches(OwnPlatform platform, Ground ground) throws IOException {
        redis(platform, "FLUSHALL");
        redis(platform, "CLIENT KILL TYPE pubsub");
        return () -> {};
    }

    private static void redis(OwnPlatform platform, String command) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.ofLiteral("127.0.0.1"), platform.backing().redis().port())) {
            socket.setSoTimeout(2_000);
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            int first = socket.getInputStream().read();
            if (first != '+' && first != ':') {
                throw new IOException("Redis refused " + command);
            }
        }
    }
}

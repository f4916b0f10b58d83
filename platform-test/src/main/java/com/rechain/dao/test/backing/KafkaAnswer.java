package com.rechain.dao.test.backing;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** Whether a broker answers; that its port is open says nothing, Docker opens it before. */
final class KafkaAnswer {
    private static final int TIMEOUT_MILLIS = 3_000;

    private KafkaAnswer() {}

    static boolean from(int port) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers", "127.0.0.1:" + port,
                        "request.timeout.ms", TIMEOUT_MILLIS,
                        "default.api.timeout.ms", TIMEOUT_MILLIS);
        try (Admin admin = Admin.create(settings)) {
            return !admin.describeCluster()
                    .nodes()
                    .get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

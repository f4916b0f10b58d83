package com.rechain.dao.devstack.fleet;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks a service on its management port how it is. */
record Health(int managementPort) {
    private static final int TIMEOUT_MILLIS = 2_000;

    /** Whether the service takes requests. */
    boolean ready() {
        URI address = URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready");
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException _) {
            return false;
        }
    }
}

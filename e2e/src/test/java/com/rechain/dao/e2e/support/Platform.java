package com.rechain.dao.e2e.support;

import com.rechain.dao.devstack.client.ApiClient;
import com.rechain.dao.e2e.cluster.Release;
import com.rechain.dao.e2e.compose.ComposeStack;
import java.net.URI;

/**
 * The platform that a journey runs on, named by {@code -Ddao.platform}: the processes of {@link
 * Suite} unless told otherwise. Started by whoever asks first.
 */
public final class Platform {
    private static final class Chosen {
        private static final URI URL = start();
    }

    private Platform() {}

    /** Its public address. */
    public static URI url() {
        return Chosen.URL;
    }

    /**
     * A client of the gateway; nobody is signed in. As a client should, it comes back where it is
     * told to: a machine that has just started everything is slow.
     */
    public static ApiClient anyone() {
        return ApiClient.of(url()).trying(5);
    }

    private static URI start() {
        String name = System.getProperty("dao.platform", "processes");
        return switch (name) {
            case "processes" -> URI.create(Suite.get().fleet().url());
            case "compose" -> ComposeStack.get().url();
            case "cluster" -> Release.get().url();
            default -> throw new IllegalArgumentException("no platform is called " + name);
        };
    }
}

package com.rechain.dao.gateway.edge;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Whose word about the original caller is believed. */
@ConfigMapping(prefix = "dao.gateway.forwarded")
public interface ForwardedConfig {
    /**
     * Proxies in front of the gateway, as IP addresses or CIDR blocks. Their {@code X-Forwarded-*}
     * headers are kept and added to; everybody else's are dropped.
     */
    Optional<List<String>> trustedProxies();
}

package com.rechain.dao.gateway.server;

import com.rechain.dao.gateway.auth.AuthConfig;
import com.rechain.dao.gateway.cache.CacheConfig;
import com.rechain.dao.gateway.edge.ForwardedConfig;
import com.rechain.dao.gateway.edge.LimitsConfig;
import com.rechain.dao.gateway.forward.DeadlineConfig;
import com.rechain.dao.gateway.health.HealthConfig;
import com.rechain.dao.gateway.upstream.ResilienceConfig;
import com.rechain.dao.gateway.upstream.ServicesConfig;

/** All that can be configured, in one hand. */
public record GatewayConfig(
        HttpConfig http,
        LimitsConfig limits,
        ForwardedConfig forwarded,
        AuthConfig auth,
        ServicesConfig services,
        ResilienceConfig resilience,
        DeadlineConfig deadlines,
        CacheConfig cache,
        HealthConfig health) {}

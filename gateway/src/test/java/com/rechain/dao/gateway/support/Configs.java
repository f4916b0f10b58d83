package com.rechain.dao.gateway.support;

import com.rechain.dao.gateway.auth.AuthConfig;
import com.rechain.dao.gateway.cache.CacheConfig;
import com.rechain.dao.gateway.edge.ForwardedConfig;
import com.rechain.dao.gateway.edge.LimitsConfig;
import com.rechain.dao.gateway.forward.DeadlineConfig;
import com.rechain.dao.gateway.health.HealthConfig;
import com.rechain.dao.gateway.server.HttpConfig;
import com.rechain.dao.gateway.upstream.ResilienceConfig;
import com.rechain.dao.gateway.upstream.ServicesConfig;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Map;

/** Configuration as it would be read, from nothing but what a test sets. */
public final class Configs {
    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    private Configs() {}

    public static SmallRyeConfig of(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withDefaultValues(settings)
                .withMapping(HttpConfig.class)
                .withMapping(LimitsConfig.class)
                .withMapping(ForwardedConfig.class)
                .withMapping(AuthConfig.class)
                .withMapping(ServicesConfig.class)
                .withMapping(ResilienceConfig.class)
                .withMapping(DeadlineConfig.class)
                .withMapping(CacheConfig.class)
                .withMapping(HealthConfig.class)
                .withValidator((BeanValidationConfigValidator) () -> VALIDATOR)
                .withValidateUnknown(false)
                .build();
    }

    public static <T> T read(Class<T> mapping, Map<String, String> settings) {
        return of(settings).getConfigMapping(mapping);
    }

    public static <T> T defaults(Class<T> mapping) {
        return read(mapping, Map.of());
    }
}

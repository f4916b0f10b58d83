package com.rechain.dao.platform.auth;

import com.rechain.dao.platform.security.JwksKeys;
import com.rechain.dao.platform.security.VerificationKeys;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Takes the verification keys from user-service, which itself puts its own in their place. */
@Singleton
public class VerificationKeysProducer {
    @Produces
    @Singleton
    @DefaultBean
    VerificationKeys keys(@ConfigProperty(name = "dao.user-service.url") URI userService) {
        return new JwksKeys(userService.resolve("/.well-known/jwks.json"));
    }

    void close(@Disposes VerificationKeys keys) throws Exception {
        if (keys instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }
}

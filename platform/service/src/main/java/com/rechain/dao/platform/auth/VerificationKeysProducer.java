package com.rechain.dao.platform.auth;

import com.rechain.dao.platform.security.JwksKeys;
import com.rechain.dao.platform.security.VerificationKeys;
import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Takes the verification keys from user-service, which itself puts its own in their place. */
@Singleton
public class VerificationKeysProducer {
    private static final Logger LOG = Logger.getLogger(VerificationKeysProducer.class);

    @Produces
    @Singleton
    @DefaultBean
    VerificationKeys keys(@ConfigProperty(name = "dao.user-service.url") URI userService) {
        return new JwksKeys(userService.resolve("/.well-known/jwks.json"));
    }

    /** Makes the bean at the start, so that the keys are there when the first request comes. */
    void load(@Observes StartupEvent event, VerificationKeys keys) {
        LOG.debugf("verification keys loaded: %s", keys.loaded());
    }

    void close(@Disposes VerificationKeys keys) throws Exception {
        if (keys instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }
}

package com.rechain.dao.user.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Access tokens and the keys that sign them. */
@ConfigMapping(prefix = "dao.tokens")
public interface TokenConfig {
    /** Base64 of the 32 bytes that the private keys are encrypted with in the database. */
    String keyEncryptionKey();

    /** How long an access token is valid. */
    @WithDefault("PT10M")
    Duration lifetime();

    /** How long a key signs before the next one takes over. */
    @WithDefault("P30D")
    Duration rotationPeriod();

    /** How long a key is published before it signs, so that every verifier knows it by then. */
    @WithDefault("PT1H")
    Duration prepublish();

    /** How long the next key is published before it signs when rotation is asked for by hand. */
    @WithDefault("PT2M")
    Duration promptPrepublish();

    /** How often each instance looks for new keys and whether rotation is due. */
    @WithDefault("PT15S")
    Duration checkEvery();

    /** The length of the RSA modulus. */
    @WithDefault("2048")
    @Min(2048)
    @Max(4096)
    int keyBits();
}

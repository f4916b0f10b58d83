package com.rechain.dao.user.password;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import java.util.OptionalInt;

/** How passwords are hashed (Argon2id, RFC 9106) and how much of the machine that may take. */
@ConfigMapping(prefix = "dao.passwords")
public interface PasswordConfig {
    /** Memory of one hash in KiB. */
    @WithDefault("19456")
    @Min(8)
    @Max(1 << 20)
    int memoryKib();

    /** Passes over that memory. */
    @WithDefault("2")
    @Min(1)
    @Max(20)
    int iterations();

    /** Lanes of one hash. */
    @WithDefault("1")
    @Min(1)
    @Max(16)
    int parallelism();

    /** How many hashes are computed at once; without a value all cores but one, at least one. */
    OptionalInt permits();

    /** How many more may wait for their turn before further ones are turned away. */
    @WithDefault("8")
    @Min(0)
    @Max(1000)
    int queue();

    /**
     * A secret mixed into every hash and kept outside the database; changing it makes all passwords
     * wrong.
     */
    Optional<String> pepper();

    /** Whether the library in native code is used where it loads; it takes half the time. */
    @WithDefault("true")
    boolean nativeLibrary();
}

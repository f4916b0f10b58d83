package com.rechain.dao.user.password;

import de.mkammerer.argon2.Argon2Advanced;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The reference implementation in native code. */
final class NativeArgon2 implements Argon2Engine {
    private static final Logger LOG = Logger.getLogger(NativeArgon2.class);
    private static final Argon2Parameters SMALL = new Argon2Parameters(64, 1, 1);

    private final Argon2Advanced library;

    private NativeArgon2(Argon2Advanced library) {
        this.library = library;
    }

    /**
     * The native engine, or empty where its library is missing for this machine or cannot be
     * loaded.
     */
    static Optional<NativeArgon2> load() {
        try {
            NativeArgon2 engine =
                    new NativeArgon2(
                            Argon2Factory.createAdvanced(Argon2Types.ARGON2id, 16, HASH_LENGTH));
            // Libraries are bound at the first call, so one call must be tried.
            engine.hash(new byte[15], new byte[16], SMALL);
            return Optional.of(engine);
        } catch (LinkageError | RuntimeException e) {
            LOG.warnf(
                    "native Argon2 cannot be used, hashing will take twice as long: %s",
                    e.toString());
            return Optional.empty();
        }
    }

    @Override
    public String name() {
        return "native";
    }

    @Override
    public byte[] hash(byte[] password, byte[] salt, Argon2Parameters parameters) {
        return library.rawHash(
                parameters.iterations(),
                parameters.memoryKib(),
                parameters.parallelism(),
                password.clone(), // the library wipes what it is given
                salt);
    }
}

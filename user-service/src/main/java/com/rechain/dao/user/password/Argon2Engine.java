package com.rechain.dao.user.password;

/** Computes Argon2id version 19. Engines give equal results and differ in speed only. */
public interface Argon2Engine {
    /** How many bytes a hash has. */
    int HASH_LENGTH = 32;

    /** What it is called in logs. */
    String name();

    /** The hash of {@code password} with {@code salt}; safe for use by many threads. */
    byte[] hash(byte[] password, byte[] salt, Argon2Parameters parameters);

    /** The fastest engine that works on this machine. */
    static Argon2Engine best(boolean nativeAllowed) {
        return nativeAllowed
                ? NativeArgon2.load()
                        .<Argon2Engine>map(engine -> engine)
                        .orElseGet(PortableArgon2::new)
                : new PortableArgon2();
    }
}

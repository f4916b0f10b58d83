package com.rechain.dao.user.password;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;

/** Bouncy Castle's implementation, which runs wherever Java does. */
final class PortableArgon2 implements Argon2Engine {
    @Override
    public String name() {
        return "portable";
    }

    @Override
    public byte[] hash(byte[] password, byte[] salt, Argon2Parameters parameters) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(
                new org.bouncycastle.crypto.params.Argon2Parameters.Builder(
                                org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_id)
                        .withVersion(
                                org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(parameters.memoryKib())
                        .withIterations(parameters.iterations())
                        .withParallelism(parameters.parallelism())
                        .withSalt(salt)
                        .build());
        byte[] hash = new byte[HASH_LENGTH];
        generator.generateBytes(password, hash);
        return hash;
    }
}

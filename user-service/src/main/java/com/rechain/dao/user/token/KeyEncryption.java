package com.rechain.dao.user.token;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts private keys for the database with AES-256-GCM. Each ciphertext is bound to the name of
 * its key: put into another row it does not decrypt.
 */
@Singleton
class KeyEncryption {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final byte FORMAT = 1;
    private static final int KEY_LENGTH = 32;
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;
    private static final int HEADER_LENGTH = 1 + NONCE_LENGTH;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    KeyEncryption(TokenConfig config) {
        key = new SecretKeySpec(bytes(config.keyEncryptionKey()), "AES");
    }

    byte[] encrypt(String kid, byte[] plain) {
        byte[] nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, kid, nonce, plain);
        byte[] stored = new byte[HEADER_LENGTH + sealed.length];
        stored[0] = FORMAT;
        System.arraycopy(nonce, 0, stored, 1, NONCE_LENGTH);
        System.arraycopy(sealed, 0, stored, HEADER_LENGTH, sealed.length);
        return stored;
    }

    /**
     * The key that was encrypted.
     *
     * @throws IllegalStateException when it was encrypted under another key or changed since
     */
    byte[] decrypt(String kid, byte[] stored) {
        if (stored.length <= HEADER_LENGTH || stored[0] != FORMAT) {
            throw new IllegalStateException(
                    "signing key " + kid + " is stored in an unknown format");
        }
        byte[] nonce = Arrays.copyOfRange(stored, 1, HEADER_LENGTH);
        return run(
                Cipher.DECRYPT_MODE,
                kid,
                nonce,
                Arrays.copyOfRange(stored, HEADER_LENGTH, stored.length));
    }

    private byte[] run(int mode, String kid, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(kid.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "signing key "
                            + kid
                            + " does not fit dao.tokens.key-encryption-key (DAO_TOKENS_KEY_ENCRYPTION_KEY)",
                    e);
        }
    }

    private static byte[] bytes(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64.strip());
        if (bytes.length != KEY_LENGTH) {
            throw new IllegalArgumentException(
                    "dao.tokens.key-encryption-key (DAO_TOKENS_KEY_ENCRYPTION_KEY) must be base64 of "
                            + KEY_LENGTH
                            + " bytes");
        }
        return bytes;
    }
}

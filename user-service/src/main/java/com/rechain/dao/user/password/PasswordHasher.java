package com.rechain.dao.user.password;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords and checks them. A check costs the same work whether there is a hash to check
 * against or not, so that its time does not tell who has an account.
 */
@ApplicationScoped
public class PasswordHasher {
    private static final Logger LOG = Logger.getLogger(PasswordHasher.class);
    private static final String PEPPER_ALGORITHM = "HmacSHA256";
    private static final int SALT_LENGTH = 16;

    private final HashPool pool;
    private final Argon2Parameters parameters;
    private final Argon2Engine engine;
    private final Optional<SecretKeySpec> pepper;
    private final SecureRandom random = new SecureRandom();
    private final PasswordHash nobodys;

    PasswordHasher(HashPool pool, PasswordConfig config) {
        this.pool = pool;
        parameters = Argon2Parameters.of(config);
        engine = Argon2Engine.best(config.nativeLibrary());
        pepper = config.pepper().map(PasswordHasher::pepperKey);
        nobodys = new PasswordHash(parameters, newSalt(), new byte[Argon2Engine.HASH_LENGTH]);
        LOG.infof("passwords are hashed by the %s engine with %s", engine.name(), parameters);
    }

    /**
     * The hash of {@code password} with a new salt.
     *
     * @throws HashPoolFullException when hashing is overloaded
     */
    public PasswordHash hash(String password) {
        byte[] salt = newSalt();
        byte[] hash = pool.run(() -> engine.hash(bytes(password), salt, parameters));
        return new PasswordHash(parameters, salt, hash);
    }

    /**
     * Whether {@code password} is the one behind {@code stored}; without a stored hash, no, after
     * the same work.
     *
     * @throws HashPoolFullException when hashing is overloaded
     */
    public boolean matches(String password, @Nullable PasswordHash stored) {
        PasswordHash against = stored == null ? nobodys : stored;
        byte[] hash =
                pool.run(() -> engine.hash(bytes(password), against.salt(), against.parameters()));
        return against.hasValue(hash) && stored != null;
    }

    /**
     * Turns away at once who would be turned away anyway.
     *
     * @throws HashPoolFullException when hashing is overloaded
     */
    public void requireRoom() {
        pool.requireRoom();
    }

    /** Whether {@code stored} was made with other parameters than those now in force. */
    public boolean isOutdated(PasswordHash stored) {
        return !stored.parameters().equals(parameters);
    }

    /** The bytes that are hashed: one form of equal-looking text, with the pepper mixed in. */
    private byte[] bytes(String password) {
        byte[] text = Normalizer.normalize(password, Form.NFKC).getBytes(StandardCharsets.UTF_8);
        return pepper.map(key -> mac(key, text)).orElse(text);
    }

    private byte[] newSalt() {
        byte[] salt = new byte[SALT_LENGTH];
        random.nextBytes(salt);
        return salt;
    }

    private static SecretKeySpec pepperKey(String secret) {
        return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), PEPPER_ALGORITHM);
    }

    private static byte[] mac(SecretKeySpec key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(PEPPER_ALGORITHM);
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + PEPPER_ALGORITHM, e);
        }
    }
}

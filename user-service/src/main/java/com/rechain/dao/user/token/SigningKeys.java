package com.rechain.dao.user.token;

import com.rechain.dao.platform.security.VerificationKeys;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The keys of this platform: made, published, put to use and taken away in time, with any number of
 * instances. Truth is in the database; each instance holds a copy that is never older than {@link
 * TokenConfig#checkEvery} and verifies with it without asking anybody.
 */
@Singleton
public class SigningKeys implements VerificationKeys {
    private static final Logger LOG = Logger.getLogger(SigningKeys.class);

    private final SigningKeyRepository keys;
    private final KeyEncryption encryption;
    private final TokenConfig config;
    private final Clock clock;
    private volatile KeyRing ring = KeyRing.EMPTY;

    SigningKeys(
            SigningKeyRepository keys, KeyEncryption encryption, TokenConfig config, Clock clock) {
        this.keys = keys;
        this.encryption = encryption;
        this.config = config;
        this.clock = clock;
    }

    /** Starts with keys where the database can be reached; where not, every second is a new try. */
    void start(@Observes StartupEvent event) {
        obtain();
    }

    /** Nobody can sign in without a key, so one that is ready does not wait for the next check. */
    @Scheduled(every = "1s", delayed = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void obtain() {
        if (loaded()) {
            return;
        }
        try {
            check();
        } catch (RuntimeException e) {
            LOG.warnf("no signing keys yet: %s", e.toString());
        }
    }

    /** Takes over what other instances did, and rotates when it is time. */
    @Scheduled(
            every = "${dao.tokens.check-every:15s}",
            delayed = "${dao.tokens.check-every:15s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void check() {
        List<KeyTimes> known = QuarkusTransaction.requiringNew().call(this::times);
        RotationPlan plan = RotationPlan.at(clock.instant(), known, config);
        if (plan.nextActivatesAt().isPresent() || !plan.retired().isEmpty()) {
            QuarkusTransaction.requiringNew().run(this::rotateWhenDue);
        }
        reload();
    }

    /**
     * Brings the next key on now: published at once, signing as soon as every verifier can know it.
     *
     * @return the name of the key that takes over
     */
    public String rotate() {
        String kid =
                QuarkusTransaction.requiringNew()
                        .call(() -> locked(clock.instant().plus(config.promptPrepublish())));
        reload();
        LOG.infof("signing key %s will take over in %s", kid, config.promptPrepublish());
        return kid;
    }

    /**
     * Withdraws every key there is and signs with a new one from now on: everybody's access tokens
     * become invalid, sessions stay.
     *
     * @return the name of the new key
     */
    public String replaceCompromised() {
        String kid = QuarkusTransaction.requiringNew().call(this::revokeAll);
        reload();
        LOG.warnf("all signing keys were withdrawn; %s signs from now on", kid);
        return kid;
    }

    /** The key pair to sign with now, or empty while the database has never been reached. */
    Optional<KeyRing.Entry> signer() {
        return ring.signer(clock.instant());
    }

    KeyRing ring() {
        return ring;
    }

    @Override
    public boolean loaded() {
        return !ring.entries().isEmpty();
    }

    @Override
    public @Nullable PublicKey find(String keyId) {
        return ring.publicKey(keyId);
    }

    private List<KeyTimes> times() {
        return keys.listAll().stream().map(SigningKey::times).toList();
    }

    private void rotateWhenDue() {
        keys.lockRotation();
        // Looked at again under the lock: another instance may have been first.
        RotationPlan plan = RotationPlan.at(clock.instant(), times(), config);
        plan.retired().forEach(keys::deleteById);
        plan.nextActivatesAt().ifPresent(this::add);
    }

    private String locked(Instant activatesAt) {
        keys.lockRotation();
        return add(activatesAt);
    }

    private String revokeAll() {
        keys.lockRotation();
        Instant now = clock.instant();
        keys.listAll().forEach(key -> key.revoke(now));
        return add(now);
    }

    private String add(Instant activatesAt) {
        KeyPair pair = KeyPairs.generate(config.keyBits());
        String kid = KeyPairs.kid(pair.getPublic());
        keys.persist(
                new SigningKey(
                        kid,
                        pair.getPublic().getEncoded(),
                        encryption.encrypt(kid, pair.getPrivate().getEncoded()),
                        clock.instant(),
                        activatesAt));
        LOG.infof("signing key %s was made; it signs from %s", kid, activatesAt);
        return kid;
    }

    private synchronized void reload() {
        ring =
                QuarkusTransaction.requiringNew()
                        .call(() ->
                                new KeyRing(
                                        keys.listAll().stream()
                                                .filter(key -> key.times().isTrusted())
                                                .map(this::entry)
                                                .toList()));
    }

    private KeyRing.Entry entry(SigningKey key) {
        return new KeyRing.Entry(
                key.times(),
                KeyPairs.publicKey(key.publicKey()),
                KeyPairs.privateKey(encryption.decrypt(key.kid(), key.encryptedPrivateKey())));
    }

    /** How long a verifier may go on with the key set it has fetched. */
    Duration publishedFor() {
        return config.checkEvery();
    }
}

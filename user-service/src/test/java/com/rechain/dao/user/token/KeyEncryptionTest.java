package com.rechain.dao.user.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class KeyEncryptionTest {
    private final KeyEncryption encryption = encryption(1);

    @Test
    void whatWasEncryptedIsDecrypted() {
        byte[] stored = encryption.encrypt("kid", new byte[] {1, 2, 3});

        assertThat(encryption.decrypt("kid", stored)).containsExactly(1, 2, 3);
        assertThat(encryption.encrypt("kid", new byte[] {1, 2, 3})).isNotEqualTo(stored);
    }

    @Test
    void aCiphertextBelongsToOneKeyName() {
        byte[] stored = encryption.encrypt("kid", new byte[] {1, 2, 3});

        assertThatThrownBy(() -> encryption.decrypt("other", stored))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aChangedByteOrAnotherKeyIsNoticed() {
        byte[] stored = encryption.encrypt("kid", new byte[] {1, 2, 3});
        byte[] changed = stored.clone();
        changed[changed.length - 1] ^= 1;

        assertThatThrownBy(() -> encryption.decrypt("kid", changed))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> encryption(2).decrypt("kid", stored))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("DAO_TOKENS_KEY_ENCRYPTION_KEY");
        assertThatThrownBy(() -> encryption.decrypt("kid", new byte[5]))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aKeyOfAnotherLengthIsRefusedWithoutBeingShown() {
        assertThatThrownBy(() -> new KeyEncryption(config("c2hvcnQ=")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32 bytes")
                .hasMessageNotContaining("c2hvcnQ=");
    }

    private static KeyEncryption encryption(int fill) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return new KeyEncryption(config(Base64.getEncoder().encodeToString(key)));
    }

    private static TokenConfig config(String key) {
        return new SmallRyeConfigBuilder()
                .withMapping(TokenConfig.class)
                .withDefaultValue("dao.tokens.key-encryption-key", key)
                .build()
                .getConfigMapping(TokenConfig.class);
    }
}

package com.rechain.dao.user.password;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Argon2EngineTest {
    private static final Argon2Parameters PARAMETERS = new Argon2Parameters(19_456, 2, 1);

    @Test
    void theReferenceImplementationsOwnVectorHolds() {
        // From the test suite of the reference implementation: argon2id, version 19, t=2, m=65536,
        // p=1.
        byte[] hash =
                new PortableArgon2()
                        .hash(
                                "password".getBytes(UTF_8),
                                "somesalt".getBytes(UTF_8),
                                new Argon2Parameters(65_536, 2, 1));

        assertThat(HexFormat.of().formatHex(hash))
                .isEqualTo("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
    }

    @Test
    void bothEnginesGiveTheSameHash() {
        byte[] password = "tea with the difference engine".getBytes(UTF_8);
        byte[] salt = "sixteen bytes!!!".getBytes(UTF_8);

        byte[] portable = new PortableArgon2().hash(password, salt, PARAMETERS);

        assertThat(NativeArgon2.load().orElseThrow().hash(password, salt, PARAMETERS))
                .isEqualTo(portable);
        assertThat(new String(password, UTF_8)).isEqualTo("tea with the difference engine");
    }

    @Test
    void theNativeEngineIsTakenWhereItLoadsAndIsAllowed() {
        assertThat(Argon2Engine.best(true).name()).isEqualTo("native");
        assertThat(Argon2Engine.best(false).name()).isEqualTo("portable");
    }

    @Test
    void aHashSurvivesBeingWrittenAndRead() {
        PasswordHash hash = new PasswordHash(PARAMETERS, new byte[16], new byte[32]);

        assertThat(hash.phc())
                .isEqualTo(
                        "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        assertThat(PasswordHash.parse(hash.phc())).isEqualTo(hash);
    }

    @Test
    void otherHashesAreNotRead() {
        assertThatThrownBy(() -> PasswordHash.parse("$2b$12$abcdefghijklmnopqrstuv"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PasswordHash.parse("$argon2i$v=19$m=19456,t=2,p=1$AAAA$AAAA"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

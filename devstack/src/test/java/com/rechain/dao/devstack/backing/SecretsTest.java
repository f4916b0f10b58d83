package com.rechain.dao.devstack.backing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir Path folder;

    @Test
    void aSecretIsMadeOnceAndKept() {
        String first = Secrets.in(folder).value("internal");

        assertThat(Secrets.in(folder).value("internal")).isEqualTo(first);
        assertThat(Secrets.in(folder).value("other")).isNotEqualTo(first);
        assertThat(Base64.getDecoder().decode(first)).hasSize(32);
    }

    @Test
    void onlyItsOwnerCanReadTheFile() throws IOException {
        Secrets.in(folder).value("internal");

        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(
                                        folder.resolve("secrets.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void anAccountDoesNotShowItsPassword() {
        Account account = Schema.VOTING.account(Schema.Role.APP, Secrets.in(folder));

        assertThat(account).hasToString("Account[voting_app]");
    }
}

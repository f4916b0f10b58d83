package com.rechain.dao.test.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VitessAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1:33577",
                "mysql://127.0.0.1:33577",
                "mysql://root@127.0.0.1:33577/voting",
                "jdbc:mysql://127.0.0.1:33577/voting?useSSL=false"
            })
    void whatIsNotNamedIsTheUsual(String text) {
        assertThat(VitessAddress.parse(text))
                .isEqualTo(new VitessAddress("127.0.0.1", 33577, "root", "", "voting"));
    }

    @Test
    void accountAndKeyspaceMayBeOthers() {
        assertThat(VitessAddress.parse("mysql://app:se:cret@vtgate.example:3306/votes"))
                .isEqualTo(new VitessAddress("vtgate.example", 3306, "app", "se:cret", "votes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vtgate", "http://vtgate:15001", "mysql://vtgate/voting", "a:b:c"})
    void anythingElseIsRefusedWithAnExample(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VitessAddress.parse(text))
                .withMessageContaining("VITESS_URL")
                .withMessageContaining("mysql://root@127.0.0.1:33577/voting");
    }
}

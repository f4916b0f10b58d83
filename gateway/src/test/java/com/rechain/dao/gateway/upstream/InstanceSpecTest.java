package com.rechain.dao.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceSpecTest {
    @Test
    void anAddressAloneIsAskedOnTheManagementPort() {
        InstanceSpec spec = InstanceSpec.parse("http://10.0.0.1:8080");

        assertThat(spec.byName()).isFalse();
        assertThat(spec.at(spec.host(), 9000))
                .isEqualTo(
                        new InstanceAddress("10.0.0.1", 8080, "10.0.0.1", 9000, "/q/health/ready"));
    }

    @Test
    void aHealthAddressIsUsedAsItIs() {
        InstanceSpec spec =
                InstanceSpec.parse(" http://127.0.0.1:8131;health=http://127.0.0.1:9131/ready ");

        assertThat(spec.at(spec.host(), 9000))
                .isEqualTo(new InstanceAddress("127.0.0.1", 8131, "127.0.0.1", 9131, "/ready"));
    }

    @Test
    void ofANameEveryAddressIsAskedItself() {
        InstanceSpec spec = InstanceSpec.parse("dns:http://votes:8080;health=http://votes:9001/up");

        assertThat(spec.byName()).isTrue();
        assertThat(spec.host()).isEqualTo("votes");
        assertThat(spec.at("10.0.0.7", 9000))
                .isEqualTo(new InstanceAddress("10.0.0.7", 8080, "10.0.0.7", 9001, "/up"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.1:8080",
                "https://a:1",
                "http://a",
                "http://a:1/path",
                "http://a:1?x",
                "http://u@a:1",
                "http://a:1;health=x",
                "ftp://a:1"
            })
    void anythingElseIsAMistake(String text) {
        assertThatThrownBy(() -> InstanceSpec.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aServiceHasAtLeastOneInstance() {
        assertThatThrownBy(() -> InstanceSpec.parseAll(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

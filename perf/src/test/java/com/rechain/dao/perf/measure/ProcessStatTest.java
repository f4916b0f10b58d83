package com.rechain.dao.perf.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ProcessStatTest {
    @Test
    void userAndSystemTimeAreAddedWhateverTheProcessIsCalled() {
        String stat =
                "4242 (a) b (c) S 1 4242 4242 0 -1 4194560 100 200 3 4 150 50 7 8 20 0 12 0 555 1 2";

        assertThat(ProcessStat.parse(stat)).isEqualTo(new ProcessStat(200, 12, 8_192));
    }

    @Test
    void thisProcessIsThere() throws IOException {
        ProcessStat self = ProcessStat.of(ProcessHandle.current().pid());

        assertThat(self.threads()).isPositive();
        assertThat(self.residentBytes()).isPositive();
    }

    @Test
    void aProcessThatIsGoneIsNot() {
        assertThatThrownBy(() -> ProcessStat.of(Long.MAX_VALUE)).isInstanceOf(IOException.class);
    }
}

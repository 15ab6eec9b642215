package dev.slipway.media.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkerEndTest {
    @ParameterizedTest
    @CsvSource({"137, SIGKILL", "143, SIGTERM", "134, SIGABRT", "139, SIGSEGV"})
    void aSignalHasItsName(int status, String name) {
        assertThat(WorkerEnd.inWords(status)).contains(name);
    }

    @Test
    void whatSomebodyElseEndedIsNoFaultOfTheFile() {
        assertThat(WorkerEnd.inWords(137)).contains("memory").doesNotContain("this file is to blame");
        assertThat(WorkerEnd.inWords(139)).contains("this file is to blame");
        assertThat(WorkerEnd.inWords(1)).contains("status 1").contains("this file is to blame");
    }
}
